package org.guiche.units;

import org.jspecify.annotations.Nullable;

/** Something to choose: offered always, or only where its condition holds. */
public record Option(
        String value,
        String label,
        @Nullable String help,
        @Nullable Condition when) {

    /** One that is always offered. */
    public static Option of(String value, String label) {
        return new Option(value, label, null, null);
    }
}
