package org.guiche.units;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiche.shared.FieldError;
import org.guiche.units.SubjectPattern.SubjectPart;

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
        return new FormReading(answers, Set.of(), context).of(form);
    }

    /**
     * How the form stands when some of its answers change after they were given. Only what changes is checked, and what that opens:
     * the rest stays as it is though the form would refuse it, unless the change takes its field or its option away.
     *
     * @param before the answers that there are, in normal form
     * @param given those that change; null or an empty text takes one back
     */
    public static FormState revise(
            RequestForm form, Map<String, Object> before, Map<String, Object> given, FormContext context) {
        var answers = new HashMap<>(before);
        answers.putAll(given);
        var untouched = form.fields().stream()
                .filter(field -> FormReading.holds(field.visibleWhen(), before))
                .map(Field::key)
                .filter(key -> String.valueOf(answers.get(key)).equals(String.valueOf(before.get(key))))
                .collect(Collectors.toSet());
        return new FormReading(answers, untouched, context).of(form);
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
