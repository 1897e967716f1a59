package org.guiche.tickets;

import java.time.Instant;
import org.guiche.shared.Texts;
import org.guiche.units.Target;

/**
 * How long the last tickets of a unit took, in its service hours and without pauses; what a unit publishes that promises nothing
 * (PRODUCT 4, T6).
 *
 * @param solved how many they were
 * @param median in what time half of them were solved
 * @param ninetieth in what time nine in ten were
 */
public record MeasuredTimes(int solved, Target median, Target ninetieth, Instant measuredAt) {

    /** {@code em geral, em até 24 h úteis; 9 em cada 10, em até 40 h úteis}. */
    public String sentence() {
        return median.equals(ninetieth)
                ? Texts.get("tickets.measured.even", median.shortLabel())
                : Texts.get("tickets.measured", median.shortLabel(), ninetieth.shortLabel());
    }
}
