package org.guiche.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
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

    /** The same for pages, null where nobody is signed in. */
    public @Nullable Person getPerson() {
        return (Person) request.getAttribute(ATTRIBUTE);
    }

    public boolean isSignedIn() {
        return getPerson() != null;
    }

    public boolean isStaff() {
        var person = getPerson();
        return person != null && person.isStaff();
    }

    public boolean isAdministrator() {
        var person = getPerson();
        return person != null && person.isAdministrator();
    }
}
