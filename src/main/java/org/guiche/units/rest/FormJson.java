package org.guiche.units.rest;

import java.util.List;
import org.guiche.shared.FieldError;
import org.guiche.shared.Texts;
import org.guiche.units.FieldKind;
import org.guiche.units.FormState;
import org.guiche.units.VisibleField;
import org.jspecify.annotations.Nullable;

/**
 * A form as it stands for certain answers: visible fields only.
 *
 * @param missing the keys of required fields without an answer
 * @param errors answers that are not what their field asks for
 * @param subjectParts the parts of the subject that somebody has to write, in order
 */
public record FormJson(
        List<FieldJson> fields, List<String> missing, List<ErrorJson> errors, List<PartJson> subjectParts) {

    /** A question, with the answer that counts. */
    public record FieldJson(
            String key,
            String label,
            FieldKind kind,
            boolean required,
            @Nullable String help,
            List<OptionJson> options,
            @Nullable Object value) {}

    /** Something to choose. */
    public record OptionJson(
            String value, String label, @Nullable String help) {}

    /** What is wrong with an answer. */
    public record ErrorJson(String field, String message) {}

    /** A part of the subject. */
    public record PartJson(String key, String label) {}

    static FormJson of(FormState form) {
        return new FormJson(
                form.fields().stream().map(FormJson::field).toList(),
                form.missing(),
                form.errors().stream().map(FormJson::error).toList(),
                form.subjectParts().stream()
                        .map(part -> new PartJson(part.key(), part.label()))
                        .toList());
    }

    private static FieldJson field(VisibleField visible) {
        var field = visible.field();
        var options = visible.options().stream()
                .map(option -> new OptionJson(option.value(), option.label(), option.help()))
                .toList();
        return new FieldJson(
                field.key(), field.label(), field.kind(), field.required(), field.help(), options, visible.value());
    }

    private static ErrorJson error(FieldError error) {
        return new ErrorJson(error.field(), Texts.get(error.key(), error.args()));
    }
}
