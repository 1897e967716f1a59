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

    /** The same, offered when that holds; always for null. */
    Option when(@Nullable Condition condition) {
        return new Option(value, label, help, condition);
    }

    /** The same under another name. */
    Option named(String otherValue, String otherLabel) {
        return new Option(otherValue, otherLabel, help, when);
    }

    Option helped(@Nullable String otherHelp) {
        return new Option(value, label, otherHelp, when);
    }
}
