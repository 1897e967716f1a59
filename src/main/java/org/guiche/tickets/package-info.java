/**
 * The ticket, its conversation, its life and its queue. Front doors: {@link org.guiche.tickets.Tickets},
 * {@link org.guiche.tickets.Work} for the staff, {@link org.guiche.tickets.TicketSearch}, {@link org.guiche.tickets.Drafts}.
 * Events: {@link org.guiche.tickets.TicketOpened}, {@link org.guiche.tickets.TicketReplied}, {@link org.guiche.tickets.TicketChanged}.
 */
@NullMarked
package org.guiche.tickets;

import org.jspecify.annotations.NullMarked;
