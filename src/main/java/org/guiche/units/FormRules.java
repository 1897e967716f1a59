package org.guiche.units;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiche.shared.FieldError;
import org.guiche.units.SubjectPattern.SubjectPart;
import org.jspecify.annotations.Nullable;

/**
 * Decides which fields of a form are visible, with which options, and what is missing. Page, API and the final check all
 * ask this one function; it looks at nothing but its arguments.
 */
public final class FormRules {

    /** The longest subject. */
    public static final int LONGEST_SUBJECT = 200;

    private FormRules() {}

    /**
     * How the form stands for these answers. Conditions look backwards only, so one pass settles every cascade; the answers
     * of hidden fields and options no longer offered fall away, they are not refused.
     *
     * @param answers by field, as given: text, numbers, yes or no, lists of text; what belongs to no field is left out. A field
     *     that is not among them has its default, one with null or an empty text is without an answer
     */
    public static FormState evaluate(RequestForm form, Map<String, Object> answers, FormContext context) {
        var kept = new LinkedHashMap<String, Object>();
        var fields = new ArrayList<VisibleField>();
        var missing = new ArrayList<String>();
        var errors = new ArrayList<FieldError>();
        for (var field : form.fields()) {
            if (holds(field.visibleWhen(), kept)) {
                var options = offered(field, kept, context);
                var answer = answer(field, answers, options, context);
                keep(field, answer, answers, kept);
                if (answer.error() != null) {
                    errors.add(answer.error());
                }
                if (field.required() && answer.isMissing()) {
                    missing.add(field.key());
                }
                fields.add(new VisibleField(field, options, answer.shown()));
            }
        }
        return new FormState(fields, missing, errors, kept, toWrite(form, context));
    }

    private static boolean holds(@Nullable Condition condition, Map<String, Object> kept) {
        return condition == null || condition.holds(kept);
    }

    private static List<Option> offered(Field field, Map<String, Object> kept, FormContext context) {
        return switch (field.kind()) {
            case SERVICE -> context.services();
            case PROJECT -> context.projects();
            default ->
                field.options().stream()
                        .filter(option -> holds(option.when(), kept))
                        .toList();
        };
    }

    private static Answer answer(Field field, Map<String, Object> answers, List<Option> options, FormContext context) {
        var raw = answers.containsKey(field.key()) ? answers.get(field.key()) : field.defaultValue();
        return Answer.of(field, raw, options, context.today());
    }

    private static void keep(Field field, Answer answer, Map<String, Object> answers, Map<String, Object> kept) {
        if (answer.value() != null) {
            kept.put(field.key(), answer.value());
        } else if (field.defaultValue() != null && answers.containsKey(field.key())) {
            kept.put(field.key(), "");
        }
    }

    /**
     * What stays of the answers when the unit, and so the form, changes: those whose field exists in the other form with the
     * same key and kind, and whose options exist there too (REQUIREMENTS section 8, 4).
     */
    public static Map<String, Object> carry(RequestForm from, RequestForm to, Map<String, Object> answers) {
        var carried = new LinkedHashMap<String, Object>();
        for (var field : to.fields()) {
            var answer = answers.get(field.key());
            var before = from.field(field.key()).map(Field::kind);
            if (answer != null && before.equals(Optional.of(field.kind())) && takes(field, answer)) {
                carried.put(field.key(), answer);
            }
        }
        return carried;
    }

    private static boolean takes(Field field, Object answer) {
        var chosen = answer instanceof List<?> many ? many : List.of(answer);
        return !field.kind().hasOwnOptions() || chosen.stream().allMatch(one -> field.hasOption(one.toString()));
    }

    /** What the system knows of a part of the subject, so that nobody types it. */
    public static Optional<String> known(SubjectPart part, FormContext context) {
        return part.known(context).or(() -> part.instead(context)).filter(text -> !text.isEmpty());
    }

    /** The parts of the subject that somebody has to write: none where the unit has no pattern. */
    public static List<SubjectPart> toWrite(RequestForm form, FormContext context) {
        var pattern = form.subject();
        return pattern == null ? List.of() : pattern.toWrite(context);
    }

    /** How a subject begins that somebody has to finish: {@code Agência Mirante - Casa Jatobá - }; empty without a pattern. */
    public static String subjectLead(RequestForm form, FormContext context) {
        var pattern = form.subject();
        return pattern == null ? "" : pattern.lead(context);
    }

    /**
     * The subject composed from its parts: what the system knows counts, else what was written. A part that is missing is
     * added to the errors, as the field {@code subjectParts.key}.
     */
    public static String subject(
            SubjectPattern pattern, Map<String, String> written, FormContext context, List<FieldError> errors) {
        return pattern.compose(written, context, errors);
    }
}
