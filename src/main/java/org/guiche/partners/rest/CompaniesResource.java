package org.guiche.partners.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.Companies;
import org.guiche.partners.Company;
import org.guiche.shared.rest.ItemsJson;
import org.guiche.shared.rest.Paging;
import org.jspecify.annotations.Nullable;

/** The companies that the caller may open tickets for. */
@Path("companies")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CompaniesResource {

    @Inject
    Companies companies;

    @Inject
    CurrentUser user;

    /** A company. */
    public record CompanyJson(
            long id, String name, @Nullable String cnpj) {}

    @GET
    public ItemsJson<CompanyJson> list(@BeanParam Paging paging) {
        var page = paging.page(companies.openableBy(user.get()), company -> Long.toString(company.id()));
        return ItemsJson.of(page, CompaniesResource::json);
    }

    private static CompanyJson json(Company company) {
        var cnpj = company.cnpj();
        return new CompanyJson(company.id(), company.name(), cnpj == null ? null : cnpj.value());
    }
}
