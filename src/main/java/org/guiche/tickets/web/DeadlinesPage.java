package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.tickets.EventWording.Reader;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.TicketDetails;
import org.guiche.tickets.Tickets;
import org.jspecify.annotations.Nullable;

/** Backs {@code tickets/deadlines.xhtml}: why a ticket is due when it is, for whoever may see it; made only when it is asked for. */
@Named
@RequestScoped
public class DeadlinesPage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Tickets tickets;

    @Inject
    Explaining explaining;

    private @Nullable TicketDetails ticket;
    private List<ExplainedClock> clocks = List.of();

    /** Looks the ticket up; one that the person may not see does not exist. */
    public void enter() {
        var person = user.get();
        var found = tickets.explained(TicketCode.of(String.valueOf(request.getParameter("code"))), person);
        ticket = found.ticket();
        var own = found.ticket().requester().id() == person.id();
        clocks = explaining.all(found, new Reader(person.isStaff(), own));
    }

    public @Nullable TicketDetails getTicket() {
        return ticket;
    }

    /** What was promised to it, the solution first; empty where nothing was. */
    public List<ExplainedClock> getClocks() {
        return clocks;
    }
}
