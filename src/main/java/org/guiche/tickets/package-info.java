/**
 * The ticket, its conversation, its life and its queue. Front doors: {@link org.guiche.tickets.Tickets},
 * {@link org.guiche.tickets.TicketSearch}, {@link org.guiche.tickets.Drafts} and {@link org.guiche.tickets.Comments}; for the staff
 * {@link org.guiche.tickets.Queues}, {@link org.guiche.tickets.Assignments}, {@link org.guiche.tickets.Replies} and
 * {@link org.guiche.tickets.Changes}, {@link org.guiche.tickets.Triages} and {@link org.guiche.tickets.Capacities}. Tickets that belong
 * together: {@link org.guiche.tickets.Links}, {@link org.guiche.tickets.Merges}, {@link org.guiche.tickets.Splits} and
 * {@link org.guiche.tickets.Continuations}.
 * Events: {@link org.guiche.tickets.TicketOpened}, {@link org.guiche.tickets.TicketReplied}, {@link org.guiche.tickets.TicketChanged}.
 */
@NullMarked
package org.guiche.tickets;

import org.jspecify.annotations.NullMarked;
