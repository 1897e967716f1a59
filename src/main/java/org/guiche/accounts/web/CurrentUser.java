package org.guiche.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.guiche.accounts.ClientAddress;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.jspecify.annotations.Nullable;

/** Who acts in this request: the person whom the session or the token stands for, with the rights of this moment. */
@Named
@RequestScoped
public class CurrentUser {

    static final String ATTRIBUTE = "guiche.person";

    @Inject
    HttpServletRequest request;

    /** The acting person. Refuses where nobody is signed in. */
    public Person get() {
        var person = getPerson();
        if (person == null) {
            throw new AccessDenied("accounts.signin.required");
        }
        return person;
    }

    /** The same, who has to be an administrator. */
    public Person administrator() {
        var person = get();
        if (!person.isAdministrator()) {
            throw new AccessDenied("accounts.people.administrators-only");
        }
        return person;
    }

    /** The same for pages, null where nobody is signed in. */
    public @Nullable Person getPerson() {
        return (Person) request.getAttribute(ATTRIBUTE);
    }

    /** Where the request comes from, also of whoever is not signed in: as tries are counted. */
    public ClientAddress address() {
        return Caller.of(request);
    }

    public boolean isSignedIn() {
        return getPerson() != null;
    }

    public boolean isStaff() {
        var person = getPerson();
        return person != null && person.isStaff();
    }

    /** Answers for people's data. */
    public boolean isDataOfficer() {
        var person = getPerson();
        return person != null && person.isDataOfficer();
    }

    /** Decides what people ask about their data: whoever answers for it, and administrators. */
    public boolean isPrivacyKeeper() {
        return isAdministrator() || isDataOfficer();
    }

    /** Supervises everything, not only what was given to one. */
    public boolean isSupervisor() {
        var person = getPerson();
        return person != null && person.isSupervisor();
    }

    public boolean isAdministrator() {
        var person = getPerson();
        return person != null && person.isAdministrator();
    }

    /** Shapes at least one business unit: an administrator, or whoever had one delegated. */
    public boolean isUnitAdministrator() {
        var person = getPerson();
        return person != null && person.administersUnits();
    }

    /** Has reports: whoever works on tickets, manages a company or opens for a partner (PRODUCT 9). */
    public boolean isReader() {
        var person = getPerson();
        return person != null && person.readsReports();
    }

    /** Keeps the contact users of a company (S1-18). */
    public boolean isManager() {
        var person = getPerson();
        return person != null && person.isManager();
    }
}
