package org.guiche.reporting;

import java.util.OptionalInt;
import org.guiche.shared.Texts;

/**
 * Whether as much was kept as the report asks for.
 *
 * @param at how much that is, in percent; 0 where the report asks for nothing, or nothing was promised
 * @param met whether it was reached
 */
public record Target(int at, boolean met) {

    private static final int WHOLE = 100;

    /** For so many promises that were kept and missed. */
    public static Target of(OptionalInt asked, long kept, long missed) {
        var at = kept + missed == 0 ? 0 : asked.orElse(0);
        return new Target(at, kept * WHOLE >= at * (kept + missed));
    }

    /** {@code na meta}; empty where the report asks for nothing. */
    public String words() {
        return at == 0 ? "" : Texts.get(met ? "reporting.target.met" : "reporting.target.missed");
    }
}
