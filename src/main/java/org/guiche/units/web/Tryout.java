package org.guiche.units.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guiche.shared.FieldError;
import org.guiche.shared.Texts;
import org.guiche.units.Field;
import org.guiche.units.FormContext;
import org.guiche.units.FormRules;
import org.guiche.units.FormState;
import org.guiche.units.RequestForm;
import org.guiche.units.SubjectPattern.SubjectPart;
import org.guiche.units.VisibleField;

/** A form as it stands for certain answers, and what the wizard would say to them. */
final class Tryout {

    private final RequestForm form;
    private final FormContext context;
    private final FormState state;

    Tryout(RequestForm form, FormContext context, Map<String, Object> answers) {
        this.form = form;
        this.context = context;
        this.state = FormRules.evaluate(form, answers, context);
    }

    FormState state() {
        return state;
    }

    /** The fields of these keys as a page showed them: with every option, whatever is offered now. */
    List<VisibleField> drawn(List<String> keys) {
        return keys.stream()
                .filter(key -> !key.isEmpty())
                .map(key -> form.field(key).map(this::shown).orElseGet(() -> VisibleField.gone(key)))
                .toList();
    }

    private VisibleField shown(Field field) {
        return state.fields().stream()
                .filter(visible -> visible.field().equals(field))
                .findFirst()
                .orElseGet(() -> new VisibleField(field, field.options(), null))
                .withAllOptions();
    }

    /** What the wizard would refuse of the answers. */
    List<FieldError> errors() {
        var errors = new ArrayList<FieldError>();
        state.missing()
                .forEach(key -> errors.add(new FieldError(
                        key,
                        "units.field.required",
                        form.field(key).map(Field::label).orElse(key))));
        errors.addAll(state.errors());
        return errors;
    }

    /** The subject of what was written, by the key of the part; the whole by the empty one. What is missing joins the errors. */
    String subject(Map<String, String> written, List<FieldError> errors) {
        var pattern = form.subject();
        var typed = written.getOrDefault("", "").strip();
        if (pattern == null && typed.isEmpty()) {
            errors.add(new FieldError("subject", "units.field.required", Texts.get("units.subject")));
        }
        return pattern == null ? typed : FormRules.subject(pattern, written, context, errors);
    }

    List<SubjectPart> toWrite() {
        return FormRules.toWrite(form, context);
    }

    String lead() {
        return toWrite().size() == 1 ? FormRules.subjectLead(form, context).strip() : "";
    }
}
