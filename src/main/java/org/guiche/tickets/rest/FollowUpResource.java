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
import java.util.UUID;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.rest.Idempotent;
import org.guiche.shared.rest.Versions;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Continuations;
import org.guiche.tickets.Reply;
import org.guiche.tickets.TextFormat;
import org.guiche.tickets.TicketCode;
import org.jspecify.annotations.Nullable;

/** A ticket that goes on where one ended that takes no more messages. */
@Path("tickets/{code}/follow-up")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class FollowUpResource {

    @Inject
    Continuations continuations;

    @Inject
    CurrentUser user;

    /**
     * What is said now; who asks, the unit, the answers and the copies are those of the ticket that ended.
     *
     * @param format text where it is not said
     * @param cc more addresses in copy
     * @param attachments uploads of the caller that nothing uses yet
     */
    public record FollowUpJson(String body, @Nullable TextFormat format, List<String> cc, List<UUID> attachments) {

        private Reply reply() {
            return new Reply(
                    body, format == null ? TextFormat.TEXT : format, false, cc, attachments, null, null, Channel.API);
        }
    }

    /** The answer is the new ticket. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response followUp(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, FollowUpJson body) {
        var person = user.get();
        var ticket = continuations.open(TicketCode.of(code), body.reply(), person, Versions.expected(ifMatch));
        return TicketJson.created(ticket, person.isStaff());
    }
}
