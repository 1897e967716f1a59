package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.tickets.ClockDetails;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.TicketDetails;
import org.guiche.tickets.Tickets;
import org.guiche.time.Explanation;
import org.guiche.units.ServiceMetric;
import org.jspecify.annotations.Nullable;

/** Backs {@code tickets/opened.xhtml}: what became of a request, with its code, priority and deadlines (S0-22). */
@Named
@RequestScoped
public class OpenedPage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Tickets tickets;

    private @Nullable TicketDetails ticket;
    private @Nullable Explanation explanation;

    /** Looks the ticket up; one that the person may not see does not exist. */
    public void enter() {
        ticket = tickets.get(TicketCode.of(String.valueOf(request.getParameter("code"))), user.get());
        explanation = tickets.deadlines(ticket.code(), user.get()).stream()
                .filter(one -> one.metric() == ServiceMetric.RESOLUTION)
                .findFirst()
                .map(ClockDetails::explanation)
                .orElse(null);
    }

    public @Nullable TicketDetails getTicket() {
        return ticket;
    }

    /** Why the solution is due when it is; null where nothing was promised. */
    public @Nullable Explanation getExplanation() {
        return explanation;
    }

    /** Where it stands in its queue; null where it does not wait. */
    public @Nullable String getPlace() {
        return ticket == null ? null : QueuePlace.of(ticket);
    }
}
