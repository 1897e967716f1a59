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
import java.time.LocalDate;
import java.util.List;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.PartnerDetails;
import org.guiche.partners.PartnerSummary;
import org.guiche.partners.PartnerText;
import org.guiche.partners.Partners;
import org.guiche.partners.Portfolio;
import org.guiche.shared.NotFound;
import org.guiche.shared.StaleVersion;
import org.guiche.shared.rest.Idempotent;
import org.guiche.shared.rest.ItemsJson;
import org.guiche.shared.rest.Paging;
import org.guiche.shared.rest.Versions;
import org.guiche.shared.rest.Words;
import org.jspecify.annotations.Nullable;

/** The partners, for administrators. */
@Path("partners")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PartnersResource {

    @Inject
    Partners partners;

    @Inject
    Portfolio portfolio;

    @Inject
    CurrentUser user;

    /** A partner in a list. */
    public record PartnerSummaryJson(
            long id,
            String name,
            @Nullable String cnpj,
            PartnerSummary.Standing standing,
            int clients,
            @Nullable String until,
            int version) {

        private static PartnerSummaryJson of(PartnerSummary one) {
            var cnpj = one.cnpj();
            LocalDate until = one.until();
            return new PartnerSummaryJson(
                    one.id(),
                    one.name(),
                    cnpj == null ? null : cnpj.value(),
                    one.standing(),
                    one.clients(),
                    until == null ? null : until.toString(),
                    one.version());
        }
    }

    /** A partner to write down. */
    public record NewPartnerJson(
            String name,
            @Nullable String cnpj,
            @Nullable String legalName,
            @Nullable String city,
            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String contactPhone) {

        private PartnerText text() {
            return PartnerText.of(
                    new PartnerText.Typed(name, cnpj, legalName, city, contactName, contactEmail, contactPhone));
        }
    }

    /** What to change; what is not said stays, an empty text takes it away. {@code clients} are all of them from then on. */
    public record PartnerChangeJson(
            @Nullable String name,
            @Nullable String cnpj,
            @Nullable String legalName,
            @Nullable String city,
            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String contactPhone,
            @Nullable List<Long> clients) {

        private PartnerText over(PartnerJson before) {
            return PartnerText.of(new PartnerText.Typed(
                    said(name, before.name()),
                    said(cnpj, before.cnpj()),
                    said(legalName, before.legalName()),
                    said(city, before.city()),
                    said(contactName, before.contactName()),
                    said(contactEmail, before.contactEmail()),
                    said(contactPhone, before.contactPhone())));
        }

        private static @Nullable String said(@Nullable String said, @Nullable String before) {
            return said == null ? before : said;
        }
    }

    /** By name; {@code q} is a part of a name, the beginning of a CNPJ, or the CPF of a general user. */
    @GET
    public ItemsJson<PartnerSummaryJson> list(@QueryParam("q") @Nullable String sought, @BeanParam Paging paging) {
        var found = partners.list(sought == null ? "" : Words.keepable("q", sought), user.get());
        return ItemsJson.of(paging.page(found, one -> Long.toString(one.id())), PartnerSummaryJson::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response add(NewPartnerJson body) {
        return partner(partners.add(body.text(), user.get())).created();
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return partner(number(id)).answer();
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response change(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, PartnerChangeJson body) {
        var known = partners.get(number(id), user.get());
        var expected = Versions.expected(ifMatch);
        if (expected != null && expected != known.version()) {
            throw new StaleVersion();
        }
        var seen = new PartnerDetails(known.id(), known.version(), known.active(), known.text());
        partners.save(seen, body.over(partner(known.id())), user.get());
        if (body.clients() != null) {
            portfolio.change(known.id(), body.clients(), user.get());
        }
        return partner(known.id()).answer();
    }

    private PartnerJson partner(long id) {
        return PartnerJson.of(partners.get(id, user.get()), portfolio.of(id, user.get()));
    }

    static long number(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new NotFound("partners.partner.not-found");
        }
        return Long.parseLong(id);
    }
}
