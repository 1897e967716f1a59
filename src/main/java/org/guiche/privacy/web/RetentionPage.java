package org.guiche.privacy.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.privacy.Days;
import org.guiche.privacy.Periods;
import org.guiche.shared.Kept;
import org.guiche.shared.KeptState;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code privacy/retention.xhtml}: how long what is kept, and what something else would take away. */
@Named
@RequestScoped
public class RetentionPage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @EJB
    Periods periods;

    private @Nullable List<KeptState> all;
    private String tried = "";

    /** A kind as it is shown; without days it stays. */
    public record Row(String kind, String name, String days, String least, long all, long due, String oldest) {}

    /** Refuses everybody but those who decide. */
    public void enter() {
        states();
    }

    private List<KeptState> states() {
        if (all == null) {
            all = periods.all(user.get());
        }
        return all;
    }

    public List<Row> getRows() {
        return states().stream()
                .map(one -> new Row(
                        one.kind().table(),
                        Texts.get(one.kind().label()),
                        one.days() == Kept.FOR_GOOD ? "" : Integer.toString(one.days()),
                        Texts.get(
                                one.kind().isForGood() ? "privacy.retention.optional" : "privacy.retention.least",
                                one.kind().least()),
                        one.all(),
                        one.due(),
                        Days.moment(one.oldest())))
                .toList();
    }

    /** Says what would go, and changes nothing. */
    public void look(String kind) {
        var state = periods.trial(kind, days(kind), user.get());
        tried = Texts.get(
                "privacy.retention.tried", Texts.get(state.kind().label()), state.days(), state.due(), state.all());
    }

    /** Keeps them so long from now on. */
    public void save(String kind) {
        if (typed(kind).isEmpty()) {
            periods.keepForGood(kind, user.get());
        } else {
            periods.keep(kind, days(kind), user.get());
        }
        all = null;
        PrivacyWords.tell("privacy.retention.saved");
    }

    private int days(String kind) {
        var typed = typed(kind);
        if (!typed.matches("\\d{1,6}")) {
            throw RuleViolation.of("days", "privacy.retention.number");
        }
        return Integer.parseInt(typed);
    }

    private String typed(String kind) {
        return Objects.requireNonNullElse(request.getParameter("days-" + kind), "")
                .strip();
    }

    /** What a trial said; empty before one. */
    public String getTried() {
        return tried;
    }
}
