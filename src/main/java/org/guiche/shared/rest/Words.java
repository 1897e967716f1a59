package org.guiche.shared.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** What texts from outside may be, in a body or in an address. */
public final class Words {

    /** What no table and no page can hold: NUL, and halves of characters. */
    private static final Pattern UNKEEPABLE = Pattern.compile("[\\u0000\\p{Cs}]");

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Words() {}

    /** Whether it can be kept and shown. */
    static boolean isKeepable(String text) {
        return !UNKEEPABLE.matcher(text).find();
    }

    /** The same text; refuses one that cannot be kept, as that field or parameter. */
    public static String keepable(String name, String text) {
        if (!isKeepable(text)) {
            throw RuleViolation.of(name, "shared.json.character");
        }
        return text;
    }

    /** An instant as RFC 3339 writes it, with its offset, of the years 1 to 9999; null for anything else. */
    public static @Nullable Instant instant(String text) {
        try {
            var instant = OffsetDateTime.parse(text).toInstant();
            return instant.isBefore(FIRST) || instant.isAfter(LAST) ? null : instant;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
