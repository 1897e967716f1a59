package org.guiche.privacy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to personal data (LGPD, art. 48; Res. CD/ANPD 15/2024).
 *
 * @param risky whether it may harm people: then the authority and the people are told
 * @param people the ids of those whose data it was
 */
public record Incident(
        long id,
        String title,
        String description,
        String measures,
        Instant knownAt,
        boolean risky,
        @Nullable Instant authorityAt,
        @Nullable Instant peopleAt,
        @Nullable Instant closedAt,
        List<Long> people) {

    /** Business days to tell the authority and the people, from when it is known (Res. CD/ANPD 15/2024, art. 6). */
    static final int DUE_DAYS = 3;

    public Incident {
        people = List.copyOf(people);
    }

    /** The last minute of the third business day, by which the authority and the people are told. */
    public Instant dueAt() {
        return Days.afterBusinessDays(knownAt, DUE_DAYS);
    }

    /** Whether somebody has still to be told. */
    public boolean isOwed() {
        return closedAt == null && risky && (authorityAt == null || peopleAt == null);
    }
}
