package org.guiche.shared.rest;

import java.util.List;
import java.util.function.Function;
import org.guiche.shared.Page;
import org.jspecify.annotations.Nullable;

/** Some rows of a list, and the cursor of the next ones. */
public record ItemsJson<T>(List<T> items, @Nullable String next) {

    public ItemsJson {
        items = List.copyOf(items);
    }

    /** One page of them. */
    public static <S, T> ItemsJson<T> of(Page<S> page, Function<S, T> json) {
        return new ItemsJson<>(page.items().stream().map(json).toList(), page.next());
    }
}
