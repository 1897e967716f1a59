package org.guiche.units;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field as it stands for certain answers: the options it offers now, and its value in normal form. */
public record VisibleField(
        Field field, List<Option> options, @Nullable Object value) {

    public VisibleField {
        options = List.copyOf(options);
    }
}
