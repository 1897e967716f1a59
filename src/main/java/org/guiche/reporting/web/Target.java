package org.guiche.reporting.web;

import org.guiche.reporting.ReportQuery;
import org.guiche.shared.Texts;

/**
 * Whether as much was kept as the report asks for.
 *
 * @param at where its tick stands, in percent; 0 where the report asks for nothing, or nothing was promised
 * @param met whether it was reached
 */
public record Target(int at, boolean met) {

    private static final int WHOLE = 100;

    /** For so many promises that were kept and missed. */
    static Target of(ReportQuery query, long kept, long missed) {
        var at = kept + missed == 0 ? 0 : query.target().orElse(0);
        return new Target(at, kept * WHOLE >= at * (kept + missed));
    }

    /** {@code na meta}; empty where the report asks for nothing. */
    public String words() {
        return at == 0 ? "" : Texts.get(met ? "reporting.target.met" : "reporting.target.missed");
    }
}
