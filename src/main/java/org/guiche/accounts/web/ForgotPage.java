package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.guiche.accounts.AccountRequests;

/** Backs {@code accounts/forgot.xhtml}: whoever cannot sign in asks for a link by mail. It says the same whoever has an account. */
@Named
@RequestScoped
public class ForgotPage {

    @Inject
    HttpServletRequest request;

    @EJB
    AccountRequests requests;

    private String login = "";
    private boolean isAsked;

    /** Asks for the mail. */
    public void ask() {
        requests.password(login, Caller.of(request));
        isAsked = true;
    }

    /** Whether it was asked for just now. */
    public boolean isAsked() {
        return isAsked;
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }
}
