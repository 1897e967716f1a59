package org.guiche.partners.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.guiche.partners.CompanyRegistry;
import org.guiche.partners.CompanyText;
import org.guiche.shared.Cnpj;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** What is typed about a company on {@code partners/companies.xhtml}. */
@Named
@RequestScoped
public class CompanyForm {

    @Inject
    CompanyAddress address;

    @Inject
    CompaniesPage page;

    @Inject
    CompanyRegistry registry;

    private @Nullable String name;
    private @Nullable String cnpj;
    private @Nullable String place;
    private @Nullable String domains;

    /** Saves what is typed, over nothing that somebody else saved meanwhile, and shows the company again. */
    public String save() {
        var administrator = address.administrator();
        var text = new CompanyText(getName(), typedCnpj(), getPlace(), isActive(), typedDomains());
        var saved = address.isNew()
                ? registry.add(text, administrator)
                : registry.change(page.getCompany().id(), text, address.version(), administrator);
        return address.saved(Long.toString(saved.id()), "data");
    }

    private @Nullable Cnpj typedCnpj() {
        if (getCnpj().isBlank()) {
            return null;
        }
        if (!Cnpj.looksLike(getCnpj())) {
            throw RuleViolation.of("cnpj", "shared.cnpj.invalid");
        }
        return Cnpj.of(getCnpj());
    }

    private List<String> typedDomains() {
        return Arrays.stream(getDomains().split("[\\s,;]+", -1))
                .filter(domain -> !domain.isBlank())
                .toList();
    }

    /** Closes the company for new tickets, or opens it again; nothing else of what is typed counts. */
    public String turn() {
        var now = page.getCompany().text();
        var turned = new CompanyText(now.name(), now.cnpj(), now.address(), !now.active(), now.domains());
        var saved = registry.change(page.getCompany().id(), turned, address.version(), address.administrator());
        return address.saved(Long.toString(saved.id()), "data");
    }

    /** Whether it takes new tickets. */
    public boolean isActive() {
        return address.isNew() || page.getCompany().text().active();
    }

    /** The version that the page shows. */
    public int getVersion() {
        var seen = address.version();
        return seen != null ? seen : address.isNew() ? 0 : page.getCompany().version();
    }

    public String getName() {
        return name != null
                ? name
                : address.isNew() ? "" : page.getCompany().text().name();
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getCnpj() {
        if (cnpj != null || address.isNew()) {
            return cnpj == null ? "" : cnpj;
        }
        var known = page.getCompany().text().cnpj();
        return known == null ? "" : known.formatted();
    }

    public void setCnpj(@Nullable String cnpj) {
        this.cnpj = cnpj == null ? "" : cnpj;
    }

    public String getPlace() {
        if (place != null || address.isNew()) {
            return place == null ? "" : place;
        }
        var known = page.getCompany().text().address();
        return known == null ? "" : known;
    }

    public void setPlace(@Nullable String place) {
        this.place = place == null ? "" : place;
    }

    /** One a line. */
    public String getDomains() {
        return domains != null
                ? domains
                : address.isNew()
                        ? ""
                        : String.join("\n", page.getCompany().text().domains());
    }

    public void setDomains(@Nullable String domains) {
        this.domains = domains == null ? "" : domains;
    }
}
