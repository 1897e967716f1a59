package org.guiche.tickets.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.rest.Idempotent;
import org.guiche.shared.rest.Versions;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Merges;
import org.guiche.tickets.Merging;
import org.guiche.tickets.TicketCode;
import org.jspecify.annotations.Nullable;

/** A ticket that is told by another one. The answers are the ticket that goes, or comes back. */
@Path("tickets/{code}/merge")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MergeResource {

    @Inject
    Merges merges;

    @Inject
    CurrentUser user;

    /** The code of the ticket that tells it from then on. */
    public record MergeJson(String into) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response merge(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, MergeJson body) {
        var person = user.get();
        var merging = new Merging(CodeJson.read("into", body.into()), Channel.API);
        var ticket = merges.merge(TicketCode.of(code), merging, person, Versions.expected(ifMatch));
        return TicketJson.answer(ticket, person.isStaff());
    }

    /** Takes the merge back; where there is none, there is nothing to find. */
    @DELETE
    public Response undo(@PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var person = user.get();
        var ticket = merges.undo(TicketCode.of(code), person, Channel.API, Versions.expected(ifMatch));
        return TicketJson.answer(ticket, person.isStaff());
    }
}
