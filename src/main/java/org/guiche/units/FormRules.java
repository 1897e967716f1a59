package org.guiche.units;

import java.util.ArrayList;
import java.util.HashMap;
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
     * of hidden fields and options no longer offered are dropped, not refused.
     */
    public static FormState evaluate(RequestForm form, Map<String, Object> answers, FormContext context) {
        var kept = new LinkedHashMap<String, Object>();
        var fields = new ArrayList<VisibleField>();
        var missing = new ArrayList<String>();
        var errors = new ArrayList<FieldError>();
        for (var field : form.fields()) {
            if (isVisible(field, kept)) {
                var options = offered(field, kept, context);
                var answer = Answer.of(field, answers.getOrDefault(field.key(), defaultOf(field, answers)), options);
                answer.error().ifPresent(errors::add);
                answer.value().ifPresent(value -> kept.put(field.key(), value));
                if (field.required() && answer.isMissing()) {
                    missing.add(field.key());
                }
                fields.add(new VisibleField(field, options, answer.shown()));
            }
        }
        return new FormState(fields, missing, errors, kept);
    }

    private static @Nullable Object defaultOf(Field field, Map<String, Object> answers) {
        return answers.containsKey(field.key()) ? null : field.defaultValue();
    }

    private static boolean isVisible(Field field, Map<String, Object> kept) {
        var condition = field.visibleWhen();
        return condition == null || condition.holds(kept);
    }

    private static List<Option> offered(Field field, Map<String, Object> kept, FormContext context) {
        return switch (field.kind()) {
            case SERVICE -> context.services();
            case PROJECT -> context.projects();
            default ->
                field.options().stream()
                        .filter(option -> isOffered(option, kept))
                        .toList();
        };
    }

    private static boolean isOffered(Option option, Map<String, Object> kept) {
        var condition = option.when();
        return condition == null || condition.holds(kept);
    }

    /** What the system knows of a part of the subject, so that nobody types it. */
    public static Optional<String> known(SubjectPart part, FormContext context) {
        return Optional.ofNullable(
                switch (part.source()) {
                    case TYPED -> null;
                    case PARTNER -> context.partner();
                    case CLIENT -> context.client();
                    case PROJECT -> context.project() == null ? context.client() : context.project();
                });
    }

    /** The parts of the subject that somebody has to write: none where the unit has no pattern. */
    public static List<SubjectPart> toWrite(RequestForm form, FormContext context) {
        var pattern = form.subject();
        return pattern == null
                ? List.of()
                : pattern.parts().stream()
                        .filter(part -> known(part, context).isEmpty())
                        .toList();
    }

    /** The subject composed from its parts; empty parts are errors of the field {@code subjectParts.key}. */
    public static String subject(
            SubjectPattern pattern, Map<String, String> written, FormContext context, List<FieldError> errors) {
        var values = new HashMap<String, String>();
        for (var part : pattern.parts()) {
            var value = known(part, context)
                    .orElseGet(() -> written.getOrDefault(part.key(), "").strip());
            if (value.isEmpty()) {
                errors.add(new FieldError("subjectParts." + part.key(), "units.field.required", part.label()));
            }
            values.put(part.key(), value);
        }
        var subject = pattern.pattern();
        for (var entry : values.entrySet()) {
            subject = subject.replace("{" + entry.getKey() + "}", entry.getValue());
        }
        return subject;
    }
}
