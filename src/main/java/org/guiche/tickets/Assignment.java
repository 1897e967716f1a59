package org.guiche.tickets;

import org.jspecify.annotations.Nullable;

/**
 * Who shall work on a ticket.
 *
 * @param personId nobody is the queue
 */
public record Assignment(@Nullable Long personId, Channel channel) {}
