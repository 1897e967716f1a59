package org.guiche.tickets;

import java.time.Instant;
import java.util.Set;

/**
 * What a requester gave to a ticket or to a reply: the last word.
 *
 * @param score from one point to five
 * @param liked what was good
 * @param comment in own words; empty for none
 * @param at when the last word came
 */
public record GivenRating(int score, Set<Praise> liked, String comment, Instant at) {

    public GivenRating {
        liked = Set.copyOf(liked);
    }

    /** Whether both say the same, whenever they were said. */
    boolean saysAs(GivenRating other) {
        return score == other.score && liked.equals(other.liked) && comment.equals(other.comment);
    }
}
