package org.guiche.tickets.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.rest.Idempotent;
import org.guiche.shared.rest.ItemsJson;
import org.guiche.shared.rest.Paging;
import org.guiche.tickets.TicketSearch;
import org.guiche.tickets.Tickets;

/** The tickets that the caller may see. */
@Path("tickets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TicketsResource {

    @Inject
    Tickets tickets;

    @Inject
    TicketSearch search;

    @Inject
    CurrentUser user;

    @GET
    public ItemsJson<TicketSummaryJson> list(@BeanParam TicketFilterParams params, @BeanParam Paging paging) {
        var person = user.get();
        var page = search.list(params.filter(), paging.limit(), paging.cursor(), person);
        return ItemsJson.of(page, ticket -> TicketSummaryJson.of(ticket, person.isStaff()));
    }

    /** Opens a ticket; with an {@code Idempotency-Key}, once. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response open(NewTicketJson body) {
        var person = user.get();
        var ticket = tickets.open(body.request(person), person);
        return TicketJson.created(ticket, person.isStaff());
    }
}
