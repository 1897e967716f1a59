package org.guiche.tickets.rest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.guiche.tickets.Channel;
import org.guiche.tickets.GivenRating;
import org.guiche.tickets.NewRating;
import org.guiche.tickets.Praise;
import org.jspecify.annotations.Nullable;

/**
 * What the caller gives to a ticket or a reply.
 *
 * @param score from one point to five
 * @param liked what was good
 */
public record RatingJson(long score, @Nullable String comment, List<Praise> liked) {

    NewRating rating() {
        return new NewRating(score, Set.copyOf(liked), comment, Channel.API);
    }

    /** The last word. */
    public record GivenJson(int score, String comment, List<Praise> liked, Instant ratedAt) {

        static GivenJson of(GivenRating given) {
            return new GivenJson(
                    given.score(),
                    given.comment(),
                    given.liked().stream().sorted().toList(),
                    given.at());
        }
    }
}
