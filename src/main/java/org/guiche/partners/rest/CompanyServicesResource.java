package org.guiche.partners.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.CompanyServices;
import org.guiche.partners.ServiceState;
import org.guiche.shared.Page;
import org.guiche.shared.rest.Idempotent;
import org.guiche.shared.rest.ItemsJson;
import org.guiche.shared.rest.Versions;
import org.jspecify.annotations.Nullable;

/** What a company contracted, for administrators. None is deleted: tickets name them. */
@Path("companies/{id}/services")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CompanyServicesResource {

    @Inject
    CompanyServices services;

    @Inject
    CurrentUser user;

    /** A service. */
    public record ServiceJson(
            long id, String name, @Nullable Instant endedAt, int version) {

        static ServiceJson of(ServiceState state) {
            return new ServiceJson(state.id(), state.name(), state.endedAt(), state.version());
        }
    }

    /** A service to add. */
    public record NewServiceJson(String name) {}

    /** What changes. */
    public record ServiceChangeJson(
            @Nullable String name, @Nullable Boolean ended) {}

    @GET
    public ItemsJson<ServiceJson> list(@PathParam("id") String id) {
        return ItemsJson.of(new Page<>(services.list(Ids.of(id), user.get()), null), ServiceJson::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response add(@PathParam("id") String id, NewServiceJson body) {
        var added = services.add(Ids.of(id), body.name(), user.get());
        return Response.created(URI.create("companies/" + id + "/services/" + added.id()))
                .header(HttpHeaders.ETAG, Versions.tag(added.version()))
                .entity(ServiceJson.of(added))
                .build();
    }

    @PATCH
    @Path("{service}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response change(
            @PathParam("id") String id,
            @PathParam("service") String service,
            ServiceChangeJson body,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var changed = services.change(
                Ids.of(id),
                Ids.of(service),
                new CompanyServices.Change(body.name(), body.ended()),
                Versions.expected(ifMatch),
                user.get());
        return Response.ok(ServiceJson.of(changed))
                .header(HttpHeaders.ETAG, Versions.tag(changed.version()))
                .build();
    }
}
