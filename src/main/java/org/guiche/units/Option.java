package org.guiche.units;

import org.jspecify.annotations.Nullable;

/** Something to choose: offered always, or only where its condition holds. */
public record Option(
        String value,
        String label,
        @Nullable String help,
        @Nullable Condition when) {}
