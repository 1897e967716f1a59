package org.guiche.partners.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.AccessRequest;
import org.guiche.partners.AccessRequests;
import org.jspecify.annotations.Nullable;

/** Backs {@code partners/access.xhtml}: an agency asks for access, signed in or not (S0-25). It says the same whoever is known. */
@Named("partnerAccess")
@RequestScoped
public class AccessPage {

    @Inject
    CurrentUser user;

    @EJB
    AccessRequests requests;

    private @Nullable Map<String, String> text;
    private boolean isAsked;

    /** The fields by name; what is known of whoever is signed in is there already. */
    public Map<String, String> getText() {
        var known = text;
        if (known == null) {
            known = new HashMap<>();
            var person = user.getPerson();
            if (person != null) {
                fill(known, person);
            }
            text = known;
        }
        return known;
    }

    private static void fill(Map<String, String> fields, Person person) {
        var phone = person.phone();
        fields.put("contactName", person.name());
        fields.put("email", person.email());
        fields.put("phone", phone == null ? "" : phone.formatted());
    }

    /** Asks; refuses all that is missing or wrong, each beside its field. */
    public void ask() {
        var typed = AccessRequest.of(new AccessRequest.Typed(
                typed("agency"),
                typed("cnpj"),
                typed("contactName"),
                typed("email"),
                typed("phone"),
                typed("userCpf"),
                typed("portfolio"),
                last(typed("document"))));
        requests.ask(typed, user.address(), user.getPerson());
        isAsked = true;
    }

    private String typed(String field) {
        var value = getText().get(field);
        return value == null ? "" : value;
    }

    /** Of several files the last one counts. */
    private static String last(String ids) {
        return ids.substring(ids.lastIndexOf(',') + 1);
    }

    public boolean isAsked() {
        return isAsked;
    }
}
