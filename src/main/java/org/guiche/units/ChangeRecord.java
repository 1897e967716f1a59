package org.guiche.units;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that an administrator changed.
 *
 * @param personId null for what the installation brought
 * @param unit the key of the unit, or null where it is a sector
 * @param place the unit's or the sector's name as it is now
 */
public record ChangeRecord(
        long id,
        Instant at,
        @Nullable Long personId,
        @Nullable String unit,
        String place,
        ChangedArea area,
        Difference difference) {}
