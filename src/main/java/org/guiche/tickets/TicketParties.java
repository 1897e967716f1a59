package org.guiche.tickets;

import org.jspecify.annotations.Nullable;

/** The people whom a ticket is between, by id; nobody works on it where there is no assignee. */
public record TicketParties(long requesterId, @Nullable Long assigneeId) {}
