package org.guiche.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much somebody of the staff takes.
 *
 * @param open how many open tickets the person has; what waits for others is not counted
 * @param mostOpen how many at most; null for as many as there are
 * @param absentUntil until when the person is away; null for present
 */
public record Capacity(
        PersonRef person,
        int open,
        @Nullable Integer mostOpen,
        @Nullable Instant absentUntil) {}
