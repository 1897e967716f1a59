package org.guiche.units;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field as it stands for certain answers.
 *
 * @param options those it offers now
 * @param value the answer in normal form, or as given where it is refused; null when there is none
 */
public record VisibleField(
        Field field, List<Option> options, @Nullable Object value) {

    public VisibleField {
        options = List.copyOf(options);
    }

    /** Where a page shows a field that its form does not have any more. */
    public static VisibleField gone(String key) {
        return new VisibleField(
                new Field(key, key, FieldKind.TEXT, false, null, null, List.of(), null, Validation.none()),
                List.of(),
                null);
    }

    /** The same with every option that the field ever offers, for reading what was chosen while it was offered. */
    public VisibleField withAllOptions() {
        return field.kind().hasOwnOptions() ? new VisibleField(field, field.options(), value) : this;
    }

    /** The answer as it stands in the field: a text, as people write it, a list of texts, yes or no; null for none. */
    public @Nullable Object typed() {
        return value == null || value instanceof List<?> || value instanceof Boolean
                ? value
                : Written.of(field.kind(), value);
    }
}
