package org.guiche.tickets;

import org.guiche.shared.RuleViolation;

/**
 * How long a unit keeps the files of tickets that are closed.
 *
 * @param days so many after the ticket was closed; {@link #AS_LONG_AS_THE_TICKET} for as long as the ticket itself is kept
 * @param least how many it has to be at least
 */
public record FilePeriod(long unitId, String unit, int days, int least) {

    /** The files stay as long as the ticket. */
    public static final int AS_LONG_AS_THE_TICKET = 0;

    /** How many it can be at most: a hundred years. */
    public static final int MOST = 36_500;

    /** As for tickets that are emptied: two years (Decreto 11.034/2022, art. 12). */
    static final int LEAST_UNDER_THE_DECREE = FinishedTickets.LEAST;

    /** Whether files go before their ticket. */
    public boolean isSet() {
        return days != AS_LONG_AS_THE_TICKET;
    }

    /** Refuses so many days where it has to be more, or can only be less. */
    void check(int asked) {
        if (asked != AS_LONG_AS_THE_TICKET && (asked < least || asked > MOST)) {
            throw RuleViolation.of("days", "tickets.files-period.days", unit, least, MOST);
        }
    }

    /** After how many days they go: what the decree wants counts, whatever was said before the unit came under it. */
    int effective() {
        return Math.max(days, least);
    }
}
