package org.guiche.units;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question of a request form. Conditions look only at fields that stand before it. */
public record Field(
        String key,
        String label,
        FieldKind kind,
        boolean required,
        @Nullable String help,
        @Nullable Object defaultValue,
        List<Option> options,
        @Nullable Condition visibleWhen,
        int maxLength) {

    public Field {
        options = List.copyOf(options);
    }
}
