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
import java.util.Locale;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.accounts.SignInResult;
import org.guiche.accounts.SignInResult.Accepted;
import org.guiche.accounts.Theme;
import org.guiche.shared.Texts;
import org.guiche.shared.web.Appearance;
import org.guiche.shared.web.LocalPath;
import org.guiche.shared.web.PublicAddress;

/** Backs {@code accounts/signin.xhtml}. The page keeps no state, so that it never expires while it is looked at. */
@Named
@RequestScoped
public class SignInPage {

    private static final String NEXT = "next";

    @Inject
    SecurityContext security;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    People people;

    private String login = "";
    private String password = "";

    /** Whoever is signed in already has nothing to do here. */
    public void enter() throws IOException {
        var person = user.getPerson();
        if (person != null) {
            goOn(person);
        }
    }

    /** Signs in and goes to the page first asked for; otherwise says why not, with what was typed kept. */
    public void submit() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        var response = (HttpServletResponse) faces.getExternalContext().getResponse();
        var credential = new SignInCredential(login, password, Caller.of(request), Device.of(request));
        security.authenticate(
                request, response, AuthenticationParameters.withParams().credential(credential));
        if (credential.result() instanceof Accepted accepted) {
            response.addCookie(Device.remembering(accepted.deviceToken(), PublicAddress.isSecure(request)));
            show(people.theme(accepted.person()), response);
            goOn(accepted.person());
        } else {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_OK); // it is the page that answers
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, refusal(credential.result()), null));
        }
    }

    /** Whoever never chose leaves this browser as it is. */
    private void show(Theme theme, HttpServletResponse response) {
        if (theme != Theme.SYSTEM) {
            response.addCookie(
                    Appearance.remembering(theme.name().toLowerCase(Locale.ROOT), PublicAddress.isSecure(request)));
        }
    }

    private void goOn(Person person) throws IOException {
        var faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().redirect(request.getContextPath() + target(person));
        faces.responseComplete();
    }

    private String target(Person person) {
        var path = getNext();
        return path.equals("/") && person.isStaff() ? "/tickets/workspace" : path;
    }

    private static String refusal(SignInResult result) {
        return result instanceof SignInResult.Throttled throttled
                ? Texts.get("accounts.signin.throttled", throttled.retryAfter().toMinutes())
                : Texts.get("accounts.signin.refused");
    }

    /** Whether a password was chosen just now. */
    public boolean isChosen() {
        return "1".equals(request.getParameter("chosen"));
    }

    /** The page first asked for, on both ways through this one. */
    public String getNext() {
        var next = request.getParameter(NEXT);
        return next == null ? "/" : LocalPath.safe(next);
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
