package org.guiche.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.guiche.accounts.People;

/** Ends sessions, from the menu of every page. */
@Named
@RequestScoped
public class SessionPage {

    private static final String TO_SIGN_IN = "/accounts/signin?faces-redirect=true";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    People people;

    /** Signs out here. */
    public String signOut() throws ServletException {
        request.logout();
        request.getSession().invalidate();
        return TO_SIGN_IN;
    }

    /** Signs out here and on every other device. */
    public String signOutEverywhere() throws ServletException {
        people.signOutEverywhere(user.get());
        return signOut();
    }
}
