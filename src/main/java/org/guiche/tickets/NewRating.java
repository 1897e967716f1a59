package org.guiche.tickets;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a requester gives to a ticket or to a reply.
 *
 * @param score from one point to five
 * @param liked what was good
 * @param comment in own words, without any form
 */
public record NewRating(
        long score, Set<Praise> liked, @Nullable String comment, Channel channel) {

    public NewRating {
        liked = Set.copyOf(liked);
    }
}
