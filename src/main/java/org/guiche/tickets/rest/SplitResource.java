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
import java.util.List;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.rest.Idempotent;
import org.guiche.shared.rest.Versions;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Split;
import org.guiche.tickets.Splits;
import org.guiche.tickets.TicketCode;
import org.jspecify.annotations.Nullable;

/** A part of a conversation as a ticket of its own. */
@Path("tickets/{code}/split")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SplitResource {

    @Inject
    Splits splits;

    @Inject
    CurrentUser user;

    /**
     * What to take out.
     *
     * @param messages by id; they stay where they are, too
     * @param subject of the new ticket; that of the old one where it is not said
     */
    public record SplitJson(List<Long> messages, @Nullable String subject) {}

    /** The answer is the new ticket. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response split(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, SplitJson body) {
        var person = user.get();
        var split = new Split(body.messages(), body.subject(), Channel.API);
        var ticket = splits.split(TicketCode.of(code), split, person, Versions.expected(ifMatch));
        return TicketJson.created(ticket, person.isStaff());
    }
}
