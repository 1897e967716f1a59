package org.guiche.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some rows of a list, and where the next ones begin: an opaque cursor, null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }
}
