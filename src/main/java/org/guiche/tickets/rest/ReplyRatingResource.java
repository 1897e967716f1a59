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
import org.guiche.shared.NotFound;
import org.guiche.shared.rest.Idempotent;
import org.guiche.tickets.Ratings;
import org.guiche.tickets.rest.RatingJson.GivenJson;

/** What the requester thinks of a reply. The last word counts. */
@Path("messages/{id}/rating")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReplyRatingResource {

    @Inject
    Ratings ratings;

    @Inject
    CurrentUser user;

    /** The answer is the last word. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response rateReply(@PathParam("id") String id, RatingJson body) {
        var given = ratings.rateReply(message(id), body.rating(), user.get());
        return Response.ok(GivenJson.of(given)).build();
    }

    private static long message(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new NotFound("tickets.message.not-found");
        }
        return Long.parseLong(id);
    }
}
