package org.guiche.units;

import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.guiche.time.Wording;
import org.jspecify.annotations.Nullable;

/** How long something may take, and by which clock. */
public record Target(Amount amount, ClockKind clock) {

    /** {@code 16 horas úteis}. */
    public String label() {
        return Wording.amount(amount, clock);
    }

    /** Whether it means nothing in a calendar that never opens. */
    static boolean needsService(@Nullable Target target) {
        return target != null && target.clock != ClockKind.RUNNING;
    }

    /** {@code 16 h úteis}. */
    public String shortLabel() {
        return Wording.shortAmount(amount, clock);
    }
}
