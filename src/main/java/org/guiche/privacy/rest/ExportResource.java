package org.guiche.privacy.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.privacy.DataRequests;
import org.guiche.shared.rest.Idempotent;

/** A copy of all that is kept of a person (LGPD, art. 18 and 19): asked here, downloaded behind the sign-in. */
@Path("users/{id}/export")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ExportResource {

    @EJB
    DataRequests requests;

    @Inject
    CurrentUser user;

    /** Asks for it: one's own, or, for those who answer for data, anybody's. */
    @POST
    @Idempotent
    public Response export(@PathParam("id") String id) {
        var asked = requests.copyFor(DataRequestJson.person(id), user.get());
        return Response.ok(DataRequestJson.of(asked)).build();
    }
}
