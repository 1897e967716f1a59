package org.guiche.tickets.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.UUID;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.attachments.Delivery;
import org.guiche.attachments.FileResponse;
import org.guiche.shared.NotFound;
import org.guiche.tickets.Tickets;

/** Files of tickets that the caller may see, and the caller's own uploads. */
@Path("attachments")
@ApplicationScoped
public class AttachmentsResource {

    @Inject
    Tickets tickets;

    @Inject
    FileResponse files;

    @Inject
    CurrentUser user;

    @Inject
    HttpServletRequest request;

    /** The bytes, as a download; part of them with {@code Range}, none with the {@code ETag} that one has already. */
    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    public Response download(@PathParam("id") String id) throws IOException {
        var delivery = files.download(tickets.file(uuid(id), user.get()), request);
        var response = Response.status(delivery.status());
        delivery.headers().forEach(response::header);
        return (delivery.bytes() == null ? response : response.entity(bytes(delivery))).build();
    }

    private static StreamingOutput bytes(Delivery delivery) {
        return delivery::writeTo;
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound("attachments.not-found");
        }
    }
}
