package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.Company;
import org.guiche.shared.Texts;
import org.guiche.tickets.Callers;
import org.guiche.tickets.Contact;
import org.jspecify.annotations.Nullable;

/** Looks for who called among those who may ask for the company of the draft, by name or address: the second step's {@code g:find}. */
@Named
@RequestScoped
public class CallerSearch implements Converter<Person> {

    /** Before the address of who was chosen, so that one that is being typed is never taken for a choice. */
    private static final String CHOSEN = "person:";

    @Inject
    CurrentUser user;

    @Inject
    WizardDraft draft;

    @Inject
    Callers callers;

    private @Nullable Company company() {
        var opening = draft.view().opening();
        return opening == null ? null : opening.company();
    }

    /** The first of those that are called like that. */
    public List<Person> find(String typed) {
        return callers.search(typed, company(), user.get());
    }

    /** Whoever of them has that address. */
    @Nullable
    Person known(String address) {
        var company = company();
        var contact = new Contact("", address, null, null);
        return company == null
                ? null
                : callers.find(company.id(), contact, user.get()).orElse(null);
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent field, @Nullable Person person) {
        return person == null ? "" : CHOSEN + person.email();
    }

    /** What is only typed so far is no choice. */
    @Override
    public @Nullable Person getAsObject(FacesContext faces, UIComponent field, @Nullable String sent) {
        if (sent == null || !sent.startsWith(CHOSEN)) {
            return null;
        }
        var person = known(sent.substring(CHOSEN.length()));
        if (person == null) {
            var sentence = Texts.get("accounts.person.not-found");
            throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
        }
        return person;
    }
}
