package org.guiche.tickets.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.NotFound;
import org.guiche.shared.rest.Idempotent;
import org.guiche.shared.rest.ItemsJson;
import org.guiche.shared.rest.Versions;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Link;
import org.guiche.tickets.LinkRole;
import org.guiche.tickets.LinkedTicket;
import org.guiche.tickets.Links;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.rest.TicketJson.StatusJson;
import org.jspecify.annotations.Nullable;

/** What belongs together with a ticket, as far as the caller may see it. */
@Path("tickets/{code}/links")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class LinksResource {

    @Inject
    Links links;

    @Inject
    CurrentUser user;

    /** What to link: the other ticket's code, and what that is to this one. */
    public record NewLinkJson(LinkRole kind, String ticket) {}

    /**
     * A linked ticket.
     *
     * @param kind what it is to the one that was asked for
     * @param ticket its code
     */
    public record LinkJson(LinkRole kind, String ticket, String subject, StatusJson status) {

        static LinkJson of(LinkedTicket linked, boolean staff) {
            return new LinkJson(
                    linked.role(), linked.code().digits(), linked.subject(), StatusJson.of(linked.status(), staff));
        }
    }

    @GET
    public ItemsJson<LinkJson> list(@PathParam("code") String code) {
        var person = user.get();
        return new ItemsJson<>(
                links.list(TicketCode.of(code), person).stream()
                        .map(linked -> LinkJson.of(linked, person.isStaff()))
                        .toList(),
                null);
    }

    /** Links; the tag is of the ticket, as it is since. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response link(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, NewLinkJson body) {
        var person = user.get();
        var link = new Link(body.kind(), CodeJson.read("ticket", body.ticket()), Channel.API);
        var made = links.add(TicketCode.of(code), link, person, Versions.expected(ifMatch));
        return Response.status(Response.Status.CREATED)
                .entity(LinkJson.of(made.linked(), person.isStaff()))
                .header(HttpHeaders.ETAG, Versions.tag(made.version()))
                .build();
    }

    /** Takes a link back; where there is none, there is nothing to find. */
    @DELETE
    @Path("{kind}/{other}")
    public Response unlink(
            @PathParam("code") String code,
            @PathParam("kind") String kind,
            @PathParam("other") String other,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var link = new Link(role(kind), TicketCode.of(other), Channel.API);
        var version = links.remove(TicketCode.of(code), link, user.get(), Versions.expected(ifMatch));
        return Response.noContent()
                .header(HttpHeaders.ETAG, Versions.tag(version))
                .build();
    }

    private static LinkRole role(String kind) {
        return Arrays.stream(LinkRole.values())
                .filter(role -> role.name().equalsIgnoreCase(kind))
                .findFirst()
                .orElseThrow(() -> new NotFound("tickets.link.none"));
    }
}
