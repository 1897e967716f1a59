package org.guiche.units;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiche.shared.FieldError;
import org.jspecify.annotations.Nullable;

/** One reading of a form's answers, field by field from the top. */
final class FormReading {

    private final Map<String, Object> answers;
    private final Set<String> untouched;
    private final FormContext context;

    private final List<VisibleField> fields = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<String, Object> kept = new LinkedHashMap<>();

    /** Of these answers, some of which were read before and stay as they are. */
    FormReading(Map<String, Object> answers, Set<String> untouched, FormContext context) {
        this.answers = answers;
        this.untouched = untouched;
        this.context = context;
    }

    FormState of(RequestForm form) {
        for (var field : form.fields()) {
            if (holds(field.visibleWhen(), kept)) {
                read(field);
            }
        }
        return new FormState(fields, missing, errors, kept, FormRules.toWrite(form, context));
    }

    static boolean holds(@Nullable Condition condition, Map<String, Object> kept) {
        return condition == null || condition.holds(kept);
    }

    private void read(Field field) {
        var options = offered(field);
        var answer = untouched.contains(field.key())
                ? Answer.again(field, answers.get(field.key()), options)
                : answer(field, options);
        keep(field, answer);
        if (answer.error() != null) {
            errors.add(answer.error());
        }
        if (field.required() && answer.isMissing() && !wasMissing(field)) {
            missing.add(field.key());
        }
        fields.add(new VisibleField(field, options, answer.shown()));
    }

    private List<Option> offered(Field field) {
        return switch (field.kind()) {
            case SERVICE -> context.services();
            case PROJECT -> context.projects();
            default ->
                field.options().stream()
                        .filter(option -> holds(option.when(), kept))
                        .toList();
        };
    }

    private Answer answer(Field field, List<Option> options) {
        var raw = answers.containsKey(field.key()) ? answers.get(field.key()) : field.defaultValue();
        return Answer.of(field, raw, options, context.today());
    }

    private void keep(Field field, Answer answer) {
        if (answer.value() != null) {
            kept.put(field.key(), answer.value());
        } else if (field.defaultValue() != null && answers.containsKey(field.key())) {
            kept.put(field.key(), "");
        }
    }

    private boolean wasMissing(Field field) {
        var before = answers.get(field.key());
        return untouched.contains(field.key()) && (before == null || Answer.isBlank(before));
    }
}
