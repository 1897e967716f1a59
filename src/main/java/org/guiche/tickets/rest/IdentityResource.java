package org.guiche.tickets.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.guiche.tickets.Identification;
import org.guiche.tickets.Identities;
import org.guiche.tickets.IdentityProof;
import org.guiche.tickets.TicketCode;
import org.jspecify.annotations.Nullable;

/** That it is known who asks, of a ticket that came by telephone (S4-03). */
@Path("tickets/{code}/identity")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class IdentityResource {

    @Inject
    Identities identities;

    @Inject
    CurrentUser user;

    /** How it is known. */
    public record IdentityJson(IdentityProof proof) {}

    /** The answer is the ticket since then. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response confirm(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, IdentityJson body) {
        var agent = user.get();
        var known = new Identification(body.proof(), Channel.API);
        var ticket = identities.confirm(TicketCode.of(code), known, agent, Versions.expected(ifMatch));
        return TicketJson.answer(ticket, agent.isStaff());
    }
}
