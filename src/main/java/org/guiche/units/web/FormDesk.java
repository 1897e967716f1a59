package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.shared.web.FormText;
import org.guiche.time.Wording;
import org.guiche.units.Field;
import org.guiche.units.FormDesign;
import org.guiche.units.FormDraft;
import org.guiche.units.FormDrafts;
import org.guiche.units.FormProblems.Problem;
import org.guiche.units.PublishedForm;
import org.guiche.units.RequestForm;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code units/form.xhtml}: whose form is designed, and which field of it is chosen. It keeps nothing between requests: each
 * begins with the draft as it was saved, and an act on one that somebody else has changed since the page was drawn is refused.
 */
@Named
@RequestScoped
public class FormDesk {

    /** Stands for the subject, which is chosen like a field. */
    public static final String SUBJECT = "-subject";

    /** Stands for which requests are sensitive, which is chosen like a field. */
    public static final String SENSITIVE = "-sensitive";

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    FormDrafts drafts;

    @Inject
    Clock clock;

    private @Nullable FormDraft draft;
    private @Nullable String chosen;
    private @Nullable List<Problem> problems;
    private boolean isBehind;

    /** For those who shape the unit. */
    public void enter() {
        getDraft();
        if (isLooking()) {
            getForm();
        }
    }

    String parameter(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : FormText.clean(value);
    }

    public FormDraft getDraft() {
        if (draft == null) {
            draft = drafts.current(user.get(), parameter("unit"));
            var seen = parameter("stand");
            isBehind = !seen.isEmpty() && !seen.equals(String.valueOf(draft.stand()));
            chosen = parameter("chosen");
        }
        return draft;
    }

    /** Refuses to act on what somebody else has changed since it was seen. */
    void seen() {
        var now = getDraft();
        if (isBehind) {
            throw now.isBegun()
                    ? new RuleViolation("units.form.behind", now.savedBy())
                    : new RuleViolation("units.form.behind.gone");
        }
    }

    /** Changes the design and keeps it. */
    void change(UnaryOperator<FormDesign> act) {
        seen();
        keep(drafts.save(user.get(), getDraft(), act.apply(getDraft().design())));
    }

    /** The same, where the chosen field may get another key by it. */
    void changeChosen(UnaryOperator<FormDesign> act) {
        var place = place(getChosen());
        change(act);
        choose(
                place < getDraft().design().fields().size() && place >= 0
                        ? getDraft().design().fields().get(place).key()
                        : getChosen());
    }

    void keep(FormDraft other) {
        draft = other;
        problems = null;
    }

    int place(String key) {
        return getDraft().design().fields().stream().map(Field::key).toList().indexOf(key);
    }

    void choose(String key) {
        chosen = key;
    }

    /** The key of the chosen field; empty where none is. */
    public String getChosen() {
        getDraft();
        return chosen == null ? "" : chosen;
    }

    /** The chosen field, if one is and is there. */
    public @Nullable Field getField() {
        return getDraft().design().form().field(getChosen()).orElse(null);
    }

    /** Whether how subjects are composed is chosen. */
    public boolean isSubject() {
        return SUBJECT.equals(getChosen());
    }

    /** Whether which requests are sensitive is chosen. */
    public boolean isSensitive() {
        return SENSITIVE.equals(getChosen());
    }

    /** Whether an older version is looked at instead of the draft. */
    public boolean isLooking() {
        return !parameter("look").isEmpty();
    }

    /** The form that is shown: the draft's, or the version that is looked at. */
    public RequestForm getForm() {
        var look = parameter("look");
        if (look.isEmpty()) {
            return getDraft().design().form();
        }
        return (look.matches("\\d{1,9}")
                        ? drafts.version(user.get(), getDraft().unit(), Integer.parseInt(look))
                        : Optional.<RequestForm>empty())
                .orElseThrow(() -> new NotFound("units.form.not-found"));
    }

    /** What forbids to publish the draft. */
    public List<Problem> getProblems() {
        if (problems == null) {
            problems = drafts.problems(getDraft().design().form());
        }
        return problems;
    }

    public List<PublishedForm> getVersions() {
        return drafts.versions(user.get(), getDraft().unit());
    }

    /** What has just been done: published, under that number. */
    public String getTold() {
        var number = getDraft().design().published().number();
        return parameter("published").equals(String.valueOf(number)) ? Texts.get("units.form.published", number) : "";
    }

    /** How many seconds ago it was saved. */
    public long getAge() {
        var at = getDraft().savedAt();
        return at == null
                ? 0
                : Math.max(0, Duration.between(at, clock.instant()).toSeconds());
    }

    /** {@code salvo há 12 min}. */
    public String getSaved() {
        var at = getDraft().savedAt();
        return at == null ? "" : Texts.get("units.form.saved", new Wording(BRASILIA).past(at, clock.instant()));
    }

    /** {@code Administração Guichê, 14/11/2025}. */
    public String published(PublishedForm version) {
        var at = new Wording(BRASILIA).moment(version.publishedAt(), clock.instant());
        return version.publishedBy().isEmpty()
                ? Texts.get("units.form.version.begun", at)
                : Texts.get("units.form.version.by", version.publishedBy(), at);
    }
}
