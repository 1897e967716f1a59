package org.guiche.partners.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.ContractDetails;
import org.guiche.partners.ContractLife;
import org.guiche.partners.Contracts;
import org.guiche.partners.Step;
import org.guiche.shared.rest.Idempotent;
import org.guiche.shared.rest.ItemsJson;
import org.guiche.shared.rest.Paging;
import org.guiche.shared.rest.Versions;
import org.jspecify.annotations.Nullable;

/** The contracts of partners, for administrators. What is decided about one is in {@link ContractStepsResource}. */
@Path("contracts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContractsResource {

    @Inject
    Contracts contracts;

    @Inject
    ContractLife life;

    @Inject
    CurrentUser user;

    /** A contract to decide about; the document is an upload of the caller's. */
    public record NewContractJson(long partner, UUID document) {}

    /** Another PDF, an upload of the caller's. */
    public record ContractChangeJson(UUID document) {}

    /** The newest first; of that partner, if one is named. */
    @GET
    public ItemsJson<ContractJson> list(@QueryParam("partner") @Nullable String partner, @BeanParam Paging paging) {
        var of = partner == null ? null : PartnersResource.number(partner);
        var page = paging.page(contracts.list(of, null, user.get()), one -> Long.toString(one.id()));
        return ItemsJson.of(page, this::json);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response request(NewContractJson body) {
        return json(life.request(body.partner(), body.document(), user.get())).created();
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return json(contracts.get(PartnersResource.number(id), user.get())).answer();
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response replace(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, ContractChangeJson body) {
        var step = new Step(PartnersResource.number(id), Versions.expected(ifMatch), user.get());
        return json(life.replaceDocument(step, body.document())).answer();
    }

    private ContractJson json(ContractDetails contract) {
        return ContractJson.of(
                contract, contracts.document(contract.id(), user.get()).orElse(null));
    }
}
