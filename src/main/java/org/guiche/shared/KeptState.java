package org.guiche.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a kind of rows is kept, and what that means now.
 *
 * @param days as it is said now; {@link Kept#FOR_GOOD} while nobody said how long
 * @param due how many have had their time, holds aside
 * @param oldest since when the oldest of all is there; null where there is none
 */
public record KeptState(
        Kept kind, int days, long all, long due, @Nullable Instant oldest) {}
