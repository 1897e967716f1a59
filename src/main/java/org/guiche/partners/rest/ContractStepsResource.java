package org.guiche.partners.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.attachments.FileResponse;
import org.guiche.partners.ContractDetails;
import org.guiche.partners.ContractLife;
import org.guiche.partners.Contracts;
import org.guiche.partners.GeneralUsers;
import org.guiche.partners.NewGeneralUser;
import org.guiche.partners.Renewal;
import org.guiche.partners.Span;
import org.guiche.partners.Step;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.shared.rest.Idempotent;
import org.guiche.shared.rest.Versions;
import org.jspecify.annotations.Nullable;

/** What administrators decide about a contract, one step a call; each is bound to the version seen where {@code If-Match} says one. */
@Path("contracts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContractStepsResource {

    @Inject
    ContractLife life;

    @Inject
    Contracts contracts;

    @Inject
    GeneralUsers users;

    @Inject
    FileResponse files;

    @Inject
    CurrentUser user;

    @Inject
    HttpServletRequest request;

    /** The first and the last day. */
    public record ApprovalJson(String startsOn, String endsOn) {}

    /** Why. */
    public record ReasonJson(String reason) {}

    /** Another term; it begins on the day after, and has the same document, where nothing else is said. */
    public record RenewalJson(
            @Nullable String startsOn,
            String endsOn,
            @Nullable UUID document) {}

    /** Whose the general user is; {@code transform}: somebody known leaves every other group for it. */
    public record GrantJson(
            String cpf, String name, String email, @Nullable Boolean transform) {}

    /** A general user. */
    public record GeneralUserJson(long id, String name, String cpf, Instant since, boolean access) {}

    @POST
    @Path("{id}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response approve(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, ApprovalJson body) {
        var span = new Span(ContractJson.day("startsOn", body.startsOn()), ContractJson.day("endsOn", body.endsOn()));
        return answer(life.approve(step(id, ifMatch), span));
    }

    @POST
    @Path("{id}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response refuse(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, ReasonJson body) {
        return answer(life.refuse(step(id, ifMatch), body.reason()));
    }

    @POST
    @Path("{id}/suspension")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response suspend(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, ReasonJson body) {
        return answer(life.suspend(step(id, ifMatch), body.reason()));
    }

    @POST
    @Path("{id}/resumption")
    @Idempotent
    public Response resume(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(life.resume(step(id, ifMatch)));
    }

    @POST
    @Path("{id}/revocation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response revoke(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, ReasonJson body) {
        return answer(life.revoke(step(id, ifMatch), body.reason()));
    }

    /** The answer is the new contract. */
    @POST
    @Path("{id}/renewal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response renew(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, RenewalJson body) {
        var startsOn = body.startsOn() == null ? null : ContractJson.day("startsOn", body.startsOn());
        var renewal = new Renewal(startsOn, ContractJson.day("endsOn", body.endsOn()), body.document());
        return json(life.renew(step(id, ifMatch), renewal)).created();
    }

    /** Makes somebody the partner's general user. */
    @POST
    @Path("{id}/grant")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response grant(@PathParam("id") String id, GrantJson body) {
        if (!user.get().isAdministrator()) { // before what is wrong with the CPF is told
            throw new AccessDenied("partners.administrators-only");
        }
        var granted = users.grant(
                step(id, null),
                new NewGeneralUser(
                        Cpf.of(body.cpf()),
                        body.name(),
                        Email.of(body.email()),
                        Boolean.TRUE.equals(body.transform())));
        return Response.status(Response.Status.CREATED)
                .entity(new GeneralUserJson(
                        granted.personId(), granted.name(), granted.maskedCpf(), granted.since(), granted.access()))
                .build();
    }

    /** The PDF, as a download. */
    @GET
    @Path("{id}/document")
    @Produces(MediaType.WILDCARD)
    public Response document(@PathParam("id") String id) throws IOException {
        var document = contracts
                .document(PartnersResource.number(id), user.get())
                .orElseThrow(() -> new NotFound("partners.contract.not-found"));
        var delivery = files.download(document.file(), request);
        var response = Response.status(delivery.status());
        delivery.headers().forEach(response::header);
        StreamingOutput bytes = delivery::writeTo;
        return (delivery.bytes() == null ? response : response.entity(bytes)).build();
    }

    private Step step(String id, @Nullable String ifMatch) {
        return new Step(PartnersResource.number(id), Versions.expected(ifMatch), user.get());
    }

    private Response answer(ContractDetails contract) {
        return json(contract).answer();
    }

    private ContractJson json(ContractDetails contract) {
        return ContractJson.of(
                contract, contracts.document(contract.id(), user.get()).orElse(null));
    }
}
