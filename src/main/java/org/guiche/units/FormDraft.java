package org.guiche.units;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The next version of a unit's form, as far as it is designed; the published form itself where nobody has begun one.
 *
 * @param stand which draft it is, and how it stood: another one after every change
 * @param savedAt when it was changed last; null where nobody has begun one
 * @param savedBy who changed it last
 * @param steps how many changes can be taken back
 */
public record FormDraft(
        BusinessUnit unit,
        long stand,
        FormDesign design,
        @Nullable Instant savedAt,
        String savedBy,
        int steps) {

    /** Whether somebody has begun one. */
    public boolean isBegun() {
        return savedAt != null;
    }

    /** The number it will have once it is published. */
    public int number() {
        return design.published().number() + 1;
    }
}
