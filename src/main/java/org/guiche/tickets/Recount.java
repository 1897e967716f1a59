package org.guiche.tickets;

import org.guiche.shared.Texts;

/**
 * How far the deadlines of a unit are reckoned again after its promises or its calendar changed.
 *
 * @param unfinished how many tickets that concerns
 * @param left how many of them are not reckoned again yet; none where nobody asked for it
 */
public record Recount(int unfinished, int left) {

    /** Whether it goes on. */
    public boolean isRunning() {
        return left > 0;
    }

    /** What a change will do, or how far the last one is. */
    public String sentence() {
        if (isRunning()) {
            return Texts.get("tickets.recount.running", unfinished - left, unfinished);
        }
        var many = unfinished == 0 ? "none" : unfinished == 1 ? "one" : "some";
        return Texts.get("tickets.recount." + many, unfinished);
    }
}
