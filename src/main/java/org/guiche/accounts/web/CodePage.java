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
import org.jspecify.annotations.Nullable;

/** Backs {@code accounts/code.xhtml}: the second step of signing in. Whoever comes by another way is sent to the first. */
@Named
@RequestScoped
public class CodePage {

    @Inject
    SecurityContext security;

    @Inject
    HttpServletRequest request;

    @Inject
    Arrival arrival;

    @Inject
    Clocks clocks;

    private String code = "";
    private boolean isRemembered;

    /** Without a password that was right a moment ago there is nothing to do here. */
    public void enter() throws IOException {
        if (pending() == null) {
            arrival.redirect("/accounts/signin");
        }
    }

    /** Signs in and goes to the page first asked for; otherwise says why not. */
    public void submit() throws IOException {
        var needed = pending();
        if (needed == null) {
            arrival.redirect("/accounts/signin?late=1");
            return;
        }
        var faces = FacesContext.getCurrentInstance();
        var response = (HttpServletResponse) faces.getExternalContext().getResponse();
        var credential = new CodeCredential(needed, code, isRemembered, Visits.of(request));
        security.authenticate(
                request, response, AuthenticationParameters.withParams().credential(credential));
        if (credential.result() instanceof Accepted accepted) {
            PendingCode.end(request);
            arrival.welcome(accepted);
        } else {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_OK); // it is the page that answers
            var why = Arrival.refusal(credential.result(), "accounts.code.refused");
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, why, null));
        }
    }

    private @Nullable CodeNeeded pending() {
        return PendingCode.of(request, clocks.withoutLeaps());
    }

    /** The page first asked for, on both ways through this one. */
    public String getNext() {
        return arrival.next();
    }

    /** The same, to stand in an address. */
    public String getNextQuery() {
        return URLEncoder.encode(getNext(), StandardCharsets.UTF_8);
    }

    /** Whether a recovery code is asked for rather than the app's: the other one is taken too. */
    public boolean isRecovery() {
        return "1".equals(request.getParameter("recovery"));
    }

    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code;
    }

    public boolean isRemembered() {
        return isRemembered;
    }

    public void setRemembered(boolean remembered) {
        isRemembered = remembered;
    }
}
