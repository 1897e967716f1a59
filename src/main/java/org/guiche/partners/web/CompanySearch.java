package org.guiche.partners.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.Company;
import org.guiche.partners.OpenableChoices;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a company to open tickets for, in a field of any page ({@code g:find}): by the beginnings of its name's words, or of its
 * CNPJ. What the person may not open for is neither offered nor taken.
 */
@Named
@RequestScoped
public class CompanySearch implements Converter<Company> {

    /** Before the id of what was chosen, so that digits that are being typed are never taken for one. */
    private static final String CHOSEN = "company:";

    @Inject
    CurrentUser user;

    @Inject
    OpenableChoices choices;

    /** Those that are called like that; the field's own words stand in {@code typed}. */
    public List<Company> find(String typed) {
        return choices.search(typed, user.get());
    }

    /** What tells it from others of that name: its CNPJ. */
    public String detail(@Nullable Company company) {
        return company == null || company.cnpj() == null ? "" : company.cnpj().formatted();
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent field, @Nullable Company company) {
        return company == null ? "" : CHOSEN + company.id();
    }

    /** What is only typed so far is no choice. */
    @Override
    public @Nullable Company getAsObject(FacesContext faces, UIComponent field, @Nullable String sent) {
        if (sent == null || !sent.startsWith(CHOSEN)) {
            return null;
        }
        return Optional.of(sent.substring(CHOSEN.length()))
                .filter(id -> id.matches("\\d{1,18}"))
                .flatMap(id -> choices.find(Long.parseLong(id), user.get()))
                .orElseThrow(CompanySearch::unknown);
    }

    private static ConverterException unknown() {
        var sentence = Texts.get("partners.company.not-found");
        return new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    }
}
