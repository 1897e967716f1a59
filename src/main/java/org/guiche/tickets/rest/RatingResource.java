package org.guiche.tickets.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.rest.Idempotent;
import org.guiche.tickets.Ratings;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.rest.RatingJson.GivenJson;

/** What the requester thinks of the help in a solved ticket, as a whole. The last word counts. */
@Path("tickets/{code}/rating")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class RatingResource {

    @Inject
    Ratings ratings;

    @Inject
    CurrentUser user;

    /** The answer is the last word. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response rate(@PathParam("code") String code, RatingJson body) {
        var given = ratings.rate(TicketCode.of(code), body.rating(), user.get());
        return Response.ok(GivenJson.of(given)).build();
    }
}
