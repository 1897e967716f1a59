package org.guiche.partners.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.Companies;
import org.guiche.partners.Company;
import org.jspecify.annotations.Nullable;

/** The companies that the caller may open tickets for. */
@Path("companies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CompaniesResource {

    @Inject
    Companies companies;

    @Inject
    CurrentUser user;

    /** A company. */
    public record CompanyJson(
            long id, String name, @Nullable String cnpj) {}

    /** A list without further pages. */
    public record CompanyList(
            List<CompanyJson> items, @Nullable String next) {}

    @GET
    public CompanyList list() {
        return new CompanyList(
                companies.openableBy(user.get()).stream()
                        .map(CompaniesResource::json)
                        .toList(),
                null);
    }

    private static CompanyJson json(Company company) {
        var cnpj = company.cnpj();
        return new CompanyJson(company.id(), company.name(), cnpj == null ? null : cnpj.value());
    }
}
