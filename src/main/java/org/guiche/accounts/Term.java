package org.guiche.accounts;

import java.time.Instant;

/**
 * From when until when something counts.
 *
 * @param until the first moment at which it does not count any more; where it is not after the beginning, it never counts
 */
public record Term(Instant from, Instant until) {

    /** The same, over at that moment unless it is over before. */
    public Term endedAt(Instant moment) {
        return moment.isBefore(until) ? new Term(from, moment) : this;
    }
}
