package org.guiche.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A request form being designed. Every act gives another design and leaves this one as it was. A design may have faults that
 * forbid to publish it; refused at once is only what no design could hold.
 *
 * @param form as it stands
 * @param published the form that new tickets are opened with: what is named there keeps its key, so that drafts of requesters and
 *     reports go on
 */
public record FormDesign(RequestForm form, RequestForm published) {

    private static final int LONGEST_LABEL = 120;
    private static final int LONGEST_HELP = 400;

    /** The fields, in order. */
    public List<Field> fields() {
        return form.fields();
    }

    /** The field of that key; refuses any that is not there any more. */
    public Field field(String key) {
        return form.field(key).orElseThrow(() -> new RuleViolation("units.form.field.gone"));
    }

    /** The fields that a condition of that one may ask about. */
    public List<Field> before(String key) {
        return fields().subList(0, index(key));
    }

    private int index(String key) {
        return fields().indexOf(field(key));
    }

    /** The options of that field, to be changed one by one. */
    public OptionDesign options(String key) {
        return new OptionDesign(this, key);
    }

    /** Adds a field of that kind before the one that stands at that place; a list begins with options to write over. */
    public FormDesign add(FieldKind kind, String label, int place) {
        return insert(NewFields.of(kind, label, form), place);
    }

    /** Adds a list whose options follow the nearest list before it; a plain list where there is none. */
    public FormDesign addCascade(String label, int place) {
        return NewFields.cascade(this, label, place);
    }

    FormDesign insert(Field field, int place) {
        var fields = new ArrayList<>(fields());
        fields.add(Math.min(Math.max(place, 0), fields.size()), field);
        return with(fields);
    }

    /** Puts a field before the one that stands at that place now. */
    public FormDesign move(String key, int place) {
        var from = index(key);
        var fields = new ArrayList<>(fields());
        var field = fields.remove(from);
        var to = place > from ? place - 1 : place;
        fields.add(Math.min(Math.max(to, 0), fields.size()), field);
        return with(fields);
    }

    /** Adds the same field once more behind it, under a label and a key of its own. */
    public FormDesign duplicate(String key) {
        var field = field(key);
        var copy = Texts.get("units.form.copy", field.label());
        var label = copy.substring(0, Math.min(copy.length(), LONGEST_LABEL));
        return insert(field.withLabel(label).withKey(FieldKeys.of(label, form)), index(key) + 1);
    }

    /** Takes a field out. What refers to it stays and has to be put right before publishing. */
    public FormDesign remove(String key) {
        var fields = new ArrayList<>(fields());
        fields.remove(index(key));
        var routing = form.routing();
        var rest = form.with(fields);
        return with(routing != null && routing.field().equals(key) ? rest.withRouting(null) : rest);
    }

    /** Calls a field something else. The key of one that was never published follows, as long as nobody has chosen another. */
    public FormDesign rename(String key, @Nullable String label) {
        var said = label == null ? "" : label.strip();
        if (said.isEmpty() || said.length() > LONGEST_LABEL) {
            throw RuleViolation.of("label", "units.form.label", LONGEST_LABEL);
        }
        var before = field(key);
        var renamed = change(key, field -> field.withLabel(said));
        return isFixed(key) || !FieldKeys.isOf(key, before.label())
                ? renamed
                : renamed.rekeyed(key, FieldKeys.of(said, renamed.form, key));
    }

    /** Whether the field keeps its key, because it was published. */
    public boolean isFixed(String key) {
        return published.field(key).isPresent();
    }

    /** Gives a field that was never published another key; what refers to it follows. */
    public FormDesign rekey(String key, String other) {
        if (key.equals(other)) {
            return this;
        }
        FieldKeys.requireFree(other, key, this);
        return rekeyed(key, other);
    }

    private FormDesign rekeyed(String key, String other) {
        return with(References.rekeyed(form, key, other));
    }

    /** Says what stands beside a field; nothing where that is empty. */
    public FormDesign help(String key, @Nullable String help) {
        var said = help == null ? "" : help.strip();
        if (said.length() > LONGEST_HELP) {
            throw RuleViolation.of("help", "units.form.help.long", LONGEST_HELP);
        }
        return change(key, field -> field.withHelp(said.isEmpty() ? null : said));
    }

    /** Whether it has to be answered. */
    public FormDesign require(String key, boolean required) {
        return change(key, field -> field.withRequired(required));
    }

    /** Answers it until somebody gives another answer; null or an empty text for none. Refuses what the field does not take. */
    public FormDesign begin(String key, @Nullable Object answer) {
        var field = field(key).withDefaultRead(answer == null || Answer.isBlank(answer) ? null : answer);
        if (FormCheck.refusesDefault(field)) {
            throw RuleViolation.of("begin", "units.definition.default", field.label());
        }
        return change(key, same -> same.withDefault(field.defaultValue()));
    }

    /**
     * Says what an answer must be besides being of its kind.
     *
     * @param rules as a definition writes them; refused where they are not what they should be
     */
    public FormDesign validate(String key, Map<String, Object> rules) {
        var validation = ValidationJson.read(rules, field(key).kind());
        return change(key, field -> field.withValidation(validation));
    }

    /** Asks it only when that holds; null for always. */
    public FormDesign showWhen(String key, @Nullable Condition condition) {
        return change(key, field -> field.withVisibleWhen(condition));
    }

    /** Asks what that form asked: an older version becomes the next one. */
    public FormDesign as(RequestForm other) {
        return with(other);
    }

    /** Composes subjects like that; null for subjects that are written whole. */
    public FormDesign compose(@Nullable SubjectPattern subject) {
        return with(form.withSubject(subject));
    }

    /** Calls requests with such answers sensitive: they are not answered to a stranger (S4-04); null for none. */
    public FormDesign sensitiveWhen(@Nullable Condition condition) {
        return with(form.withSensitive(condition));
    }

    FormDesign change(String key, UnaryOperator<Field> change) {
        field(key);
        return with(fields().stream()
                .map(field -> field.key().equals(key) ? change.apply(field) : field)
                .toList());
    }

    FormDesign route(@Nullable Routing routing) {
        return with(form.withRouting(routing));
    }

    private FormDesign with(List<Field> fields) {
        return with(form.with(fields));
    }

    private FormDesign with(RequestForm other) {
        return new FormDesign(
                new RequestForm(
                        form.id(), form.number(), other.fields(), other.subject(), other.routing(), other.sensitive()),
                published);
    }

    /** Whether it asks the same as the published form. */
    public boolean isUnchanged() {
        return form.asksWhat(published);
    }
}
