package org.guiche.units;

import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.guiche.time.Wording;

/** How long something may take, and by which clock. */
public record Target(Amount amount, ClockKind clock) {

    /** {@code 16 horas úteis}. */
    public String label() {
        return Wording.amount(amount, clock);
    }

    /** {@code 16 h úteis}. */
    public String shortLabel() {
        return Wording.shortAmount(amount, clock);
    }
}
