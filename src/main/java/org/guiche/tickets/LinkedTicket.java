package org.guiche.tickets;

import org.guiche.units.Status;

/** A ticket that belongs together with another one, as whoever may see both sees it. */
public record LinkedTicket(LinkRole role, TicketCode code, String subject, Status status) {}
