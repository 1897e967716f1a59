package org.guiche.tickets.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.rest.Idempotent;
import org.guiche.shared.rest.ItemsJson;
import org.guiche.shared.rest.Paging;
import org.guiche.shared.rest.Versions;
import org.guiche.tickets.Assignments;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Queues;
import org.guiche.tickets.TicketDetails;

/** The queue of a sector, for the staff. */
@Path("sectors/{key}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class QueueResource {

    @Inject
    Queues queues;

    @Inject
    Assignments assignments;

    @Inject
    CurrentUser user;

    /** What waits and nobody works on, the next one first. */
    @GET
    @Path("queue")
    public ItemsJson<TicketSummaryJson> queue(@PathParam("key") String key, @BeanParam Paging paging) {
        var page = queues.waiting(key, paging.limit(), paging.cursor(), user.get());
        return ItemsJson.of(page, ticket -> TicketSummaryJson.of(ticket, true));
    }

    /** The next ticket, now the caller's; nothing when nobody waits. */
    @POST
    @Path("next")
    @Idempotent
    public Response next(@PathParam("key") String key) {
        return assignments
                .takeNext(key, user.get(), Channel.API)
                .map(QueueResource::taken)
                .orElseGet(() -> Response.noContent().build());
    }

    private static Response taken(TicketDetails ticket) {
        return Response.ok(TicketJson.of(ticket, true))
                .header(HttpHeaders.ETAG, Versions.tag(ticket.version()))
                .build();
    }
}
