package org.guiche.attachments.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.rest.OnceOnly;
import org.jspecify.annotations.Nullable;

/** Large files in pieces, by tus: the caller's alone. What is complete is used by the last part of its address, as any upload. */
@Path("uploads/large")
@ApplicationScoped
public class LargeUploadsResource {

    @Inject
    Tus tus;

    @Inject
    CurrentUser user;

    @Inject
    OnceOnly once;

    @Inject
    HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init") // the container's
    HttpServletResponse response;

    /** Says what is spoken here. */
    @OPTIONS
    public Response offer() {
        return speaking(tus.offer());
    }

    /** Begins an upload. */
    @POST
    public Response begin(@BeanParam TusCreation said) {
        speak();
        return once.answer(
                said.length + " " + said.metadata,
                () -> tus.begin(user.get(), said, request.getRequestURI()).response());
    }

    /** Says how far one is. */
    @HEAD
    @Path("{id}")
    public Response tell(@PathParam("id") String id, @HeaderParam(Tus.RESUMABLE) @Nullable String version) {
        speak();
        return tus.tell(user.get(), id, version).response();
    }

    /** Takes the next piece. */
    @PATCH
    @Path("{id}")
    public Response take(@PathParam("id") String id, @BeanParam TusPiece said, InputStream body) {
        speak();
        return tus.take(user.get(), id, said, body).response();
    }

    /** Gives one up. */
    @DELETE
    @Path("{id}")
    public Response end(@PathParam("id") String id, @HeaderParam(Tus.RESUMABLE) @Nullable String version) {
        speak();
        return tus.end(user.get(), id, version).response();
    }

    private Response speaking(TusAnswer answer) {
        speak();
        return answer.response();
    }

    /** Also of what is refused by others. */
    private void speak() {
        response.setHeader(Tus.RESUMABLE, Tus.VERSION);
    }
}
