package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.guiche.shared.FieldError;
import org.guiche.shared.JsonMap;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.units.FieldKind;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.SubjectPattern.SubjectPart;
import org.guiche.units.VisibleField;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code units/formtest.xhtml}: the draft as somebody would fill it in, by the same rules and with the same fields as the wizard.
 * Nothing of it is kept, and no ticket opens.
 */
@Named
@RequestScoped
public class FormTrial {

    @Inject
    FormDesk desk;

    @Inject
    TrialOpening opening;

    @Inject
    Sectors sectors;

    private @Nullable Tryout tryout;
    private @Nullable List<VisibleField> fields;
    private Map<String, Object> answers = new HashMap<>();
    private final Map<String, String> parts = new HashMap<>();
    private String subject = "";
    private boolean isRight;

    /** For those who shape the unit; a project of another company than the chosen one does not exist. */
    public void enter() {
        desk.enter();
        opening.opening();
    }

    /** The fields that are shown: those that the page was drawn with, until it was read what stands in them. */
    public List<VisibleField> getFields() {
        if (fields == null) {
            begin();
        }
        return Objects.requireNonNull(fields);
    }

    private void begin() {
        var sent = desk.parameter("answers");
        var isSame =
                desk.parameter("stand").equals(String.valueOf(desk.getDraft().stand()));
        if (isSame && !sent.isEmpty()) {
            try (var reader = JsonText.reader(sent)) {
                answers.putAll(JsonMap.read(reader.readObject()));
            }
        }
        look();
        if (isSame) {
            fields = tryout().drawn(List.of(desk.parameter("shape").split(",", -1)));
        }
    }

    private Tryout tryout() {
        if (tryout == null) {
            begin();
        }
        return Objects.requireNonNull(tryout);
    }

    /** How the form stands for what was answered. */
    private void look() {
        var now = new Tryout(desk.getForm(), opening.context(), answers);
        tryout = now;
        fields = now.state().fields();
        now.state().fields().forEach(visible -> answers.put(visible.field().key(), visible.typed()));
    }

    /** Shows what follows from the answers. */
    public void change() {
        answers = filled();
        isRight = false;
        look();
    }

    /** Nothing typed is an empty text, which says that somebody emptied the field. */
    private Map<String, Object> filled() {
        var filled = new HashMap<String, Object>();
        answers.forEach((key, value) -> filled.put(key, value == null ? "" : value));
        return filled;
    }

    /** Says what the wizard would refuse, beside the fields; where that is nothing, that it would go on. */
    public void check() {
        change();
        var errors = tryout().errors();
        if (opening.isMissing()) {
            errors.add(new FieldError("client", "shared.required"));
        }
        subject = tryout().subject(parts, errors);
        if (!errors.isEmpty()) {
            throw RuleViolation.of(errors);
        }
        isRight = true;
    }

    /** Which team it would wait for first, and which one is suggested where people sort. */
    public String getDestination() {
        var unit = desk.getDraft().unit();
        var opened = opening.opening();
        if (opened != null && opened.isOfConcludedProject()) {
            return Texts.get("units.test.sector", unit.generalSector().name());
        }
        var named = desk.getForm().sector(tryout().state().kept()).flatMap(this::named);
        if (named.isPresent() && unit.settings().triage().always()) {
            return Texts.get(
                    "units.test.suggested",
                    unit.entrySector().name(),
                    named.get().name());
        }
        return Texts.get("units.test.sector", named.orElseGet(unit::entrySector).name());
    }

    private Optional<Sector> named(String key) {
        return sectors.all().stream().filter(sector -> sector.key().equals(key)).findFirst();
    }

    /** How wide a field is drawn, as in the wizard where there is less room. */
    public String span(VisibleField visible) {
        var kind = visible.field().kind();
        var isLong = kind == FieldKind.LONG_TEXT || kind == FieldKind.MULTIPLE_CHOICE;
        return isLong || getFields().size() == 1 ? "c6" : "c3";
    }

    public List<SubjectPart> getToWrite() {
        return tryout().toWrite();
    }

    public String getLead() {
        return tryout().lead();
    }

    public boolean isComposed() {
        return desk.getForm().subject() != null;
    }

    /** The keys of the fields that are shown, to travel with the page. */
    public String getShape() {
        return String.join(
                ",", getFields().stream().map(visible -> visible.field().key()).toList());
    }

    /** All answers, also of fields that others hide for the moment. */
    public String getKept() {
        return JsonMap.write(filled()).toString();
    }

    public Map<String, Object> getAnswers() {
        return answers;
    }

    public Map<String, String> getParts() {
        return parts;
    }

    public String getSubject() {
        return subject;
    }

    /** Whether the wizard would go on with it. */
    public boolean isRight() {
        return isRight;
    }
}
