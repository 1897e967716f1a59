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
}
