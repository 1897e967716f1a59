package org.guiche.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.guiche.accounts.SignInResult.Accepted;
import org.guiche.accounts.SignInResult.CodeNeeded;
import org.guiche.shared.Clocks;

/** Backs {@code accounts/signin.xhtml}. The page keeps no state, so that it never expires while it is looked at. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    SecurityContext security;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Arrival arrival;

    @Inject
    Clocks clocks;

    private String login = "";
    private String password = "";

    /** Whoever is signed in already has nothing to do here. */
    public void enter() throws IOException {
        var person = user.getPerson();
        if (person != null) {
            arrival.goOn(person);
        }
    }

    /** Signs in and goes to the page first asked for, by the one for the code where one is needed; otherwise says why not. */
    public void submit() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        var response = (HttpServletResponse) faces.getExternalContext().getResponse();
        var credential = new SignInCredential(login, password, Visits.of(request));
        security.authenticate(
                request, response, AuthenticationParameters.withParams().credential(credential));
        if (credential.result() instanceof Accepted accepted) {
            arrival.welcome(accepted);
            return;
        }
        faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_OK); // it is the page that answers
        if (credential.result() instanceof CodeNeeded needed) {
            PendingCode.begin(request, needed, clocks.withoutLeaps());
            arrival.redirect("/accounts/code?next=" + URLEncoder.encode(getNext(), StandardCharsets.UTF_8));
        } else {
            var why = Arrival.refusal(credential.result(), "accounts.signin.refused");
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, why, null));
        }
    }

    /** Whether a password was chosen just now. */
    public boolean isChosen() {
        return "1".equals(request.getParameter("chosen"));
    }

    /** Whether the code was waited for too long. */
    public boolean isLate() {
        return "1".equals(request.getParameter("late"));
    }

    /** The page first asked for, on both ways through this one. */
    public String getNext() {
        return arrival.next();
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
