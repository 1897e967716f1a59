package org.guiche.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with somebody's second factor.
 *
 * @param since since when it counts; null while it does not
 * @param codesLeft how many recovery codes were not used yet
 */
public record FactorState(@Nullable Instant since, int codesLeft) {

    /** Whether a code is asked for at sign-in. */
    public boolean isOn() {
        return since != null;
    }
}
