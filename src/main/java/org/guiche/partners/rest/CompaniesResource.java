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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.Companies;
import org.guiche.partners.Company;
import org.guiche.partners.CompanyDirectory;
import org.guiche.partners.CompanyFilter;
import org.guiche.partners.CompanyRegistry;
import org.guiche.partners.CompanyRow;
import org.guiche.partners.CompanyState;
import org.guiche.partners.CompanyText;
import org.guiche.shared.Cnpj;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.rest.Idempotent;
import org.guiche.shared.rest.ItemsJson;
import org.guiche.shared.rest.Paging;
import org.guiche.shared.rest.Versions;
import org.guiche.shared.rest.Words;
import org.jspecify.annotations.Nullable;

/** The companies: those that the caller may open tickets for; for administrators all of them, to keep. */
@Path("companies")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CompaniesResource {

    @Inject
    Companies companies;

    @Inject
    CompanyDirectory directory;

    @Inject
    CompanyRegistry registry;

    @Inject
    CurrentUser user;

    /** A company in a list. */
    public record CompanyJson(
            long id, String name, @Nullable String cnpj, boolean active) {}

    /** A company as administrators keep it. */
    public record CompanyStateJson(
            long id,
            String name,
            @Nullable String cnpj,
            @Nullable String address,
            boolean active,
            List<String> domains,
            int version) {

        static CompanyStateJson of(CompanyState state) {
            var text = state.text();
            return new CompanyStateJson(
                    state.id(),
                    text.name(),
                    text.cnpj() == null ? null : text.cnpj().value(),
                    text.address(),
                    text.active(),
                    text.domains(),
                    state.version());
        }
    }

    /** A company to add. */
    public record NewCompanyJson(
            String name, @Nullable String cnpj, @Nullable String address, List<String> domains) {}

    /** What changes; an empty text takes the CNPJ or the address away. */
    public record CompanyChangeJson(
            @Nullable String name,
            @Nullable String cnpj,
            @Nullable String address,
            @Nullable Boolean active,
            @Nullable List<String> domains) {}

    @GET
    public ItemsJson<CompanyJson> list(
            @QueryParam("q") @Nullable String q,
            @QueryParam("active") @Nullable String active,
            @BeanParam Paging paging) {
        var person = user.get();
        var filter = new CompanyFilter(q == null ? "" : Words.keepable("q", q), flag(active), null);
        if (person.isStaff()) {
            var page = directory.page(filter, paging.limit(), paging.cursor(), person);
            return ItemsJson.of(page, CompaniesResource::json);
        }
        return ItemsJson.of(
                paging.page(companies.openableBy(person), company -> Long.toString(company.id())),
                CompaniesResource::json);
    }

    private static @Nullable Boolean flag(@Nullable String said) {
        if (said == null || said.isEmpty()) {
            return null;
        }
        if (!said.equals("true") && !said.equals("false")) {
            throw RuleViolation.of("active", "shared.json.flag");
        }
        return Boolean.valueOf(said);
    }

    private static CompanyJson json(CompanyRow row) {
        return new CompanyJson(row.id(), row.name(), text(row.cnpj()), row.active());
    }

    private static CompanyJson json(Company company) {
        return new CompanyJson(company.id(), company.name(), text(company.cnpj()), true);
    }

    private static @Nullable String text(@Nullable Cnpj cnpj) {
        return cnpj == null ? null : cnpj.value();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response add(NewCompanyJson body) {
        var text = new CompanyText(body.name(), cnpj(body.cnpj()), body.address(), true, body.domains());
        var added = registry.add(text, user.get());
        return Response.created(URI.create("companies/" + added.id()))
                .header(HttpHeaders.ETAG, Versions.tag(added.version()))
                .entity(CompanyStateJson.of(added))
                .build();
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return answer(registry.get(Ids.of(id), user.get()));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response change(
            @PathParam("id") String id, CompanyChangeJson body, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var company = registry.get(Ids.of(id), user.get());
        var before = company.text();
        var text = new CompanyText(
                body.name() == null ? before.name() : body.name(),
                body.cnpj() == null ? before.cnpj() : cnpj(body.cnpj()),
                body.address() == null ? before.address() : body.address(),
                body.active() == null ? before.active() : body.active(),
                body.domains() == null ? before.domains() : body.domains());
        var expected = Versions.expected(ifMatch);
        return answer(registry.change(company.id(), text, expected == null ? company.version() : expected, user.get()));
    }

    private static @Nullable Cnpj cnpj(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!Cnpj.looksLike(typed)) {
            throw RuleViolation.of("cnpj", "shared.cnpj.invalid");
        }
        return Cnpj.of(typed);
    }

    private static Response answer(CompanyState state) {
        return Response.ok(CompanyStateJson.of(state))
                .header(HttpHeaders.ETAG, Versions.tag(state.version()))
                .build();
    }
}
