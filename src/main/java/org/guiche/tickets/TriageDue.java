package org.guiche.tickets;

import java.util.List;

/**
 * A triage round found tickets of a unit that wait too long for somebody to sort them; once a round (T7). Fired in the transaction
 * that writes down that the round was done.
 *
 * @param tickets the first of them, those that wait longest first
 */
public record TriageDue(long unitId, long sectorId, List<Long> tickets) {

    /** More than these are not counted. */
    public static final int MOST = 100;

    public TriageDue {
        tickets = List.copyOf(tickets);
    }
}
