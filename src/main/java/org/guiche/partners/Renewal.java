package org.guiche.partners;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a contract goes on.
 *
 * @param startsOn null for the day after the last one, or today where that has passed
 * @param document an upload of the administrator's with the new contract; null where the same one goes on
 */
public record Renewal(
        @Nullable LocalDate startsOn,
        LocalDate endsOn,
        @Nullable UUID document) {}
