package org.guiche.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.guiche.accounts.ClientAddress;
import org.guiche.accounts.Person;
import org.guiche.accounts.SignInResult;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code accounts/signin.xhtml}. */
@Named
@RequestScoped
public class SignInPage {

    private static final String DEVICE = "guiche-device";
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    @Inject
    SecurityContext security;

    @Inject
    HttpServletRequest request;

    private String login = "";
    private String password = "";
    private String next = "/";

    /** Signs in and goes to the page first asked for; otherwise says why not, with what was typed kept. */
    public void submit() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        var response = (HttpServletResponse) faces.getExternalContext().getResponse();
        var credential = new SignInCredential(login, password, ClientAddress.of(request.getRemoteAddr()), device());
        security.authenticate(
                request, response, AuthenticationParameters.withParams().credential(credential));
        if (credential.result() instanceof SignInResult.Accepted accepted) {
            response.addCookie(remembered(accepted.deviceToken()));
            faces.getExternalContext().redirect(request.getContextPath() + target(accepted.person()));
            faces.responseComplete();
        } else {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, refusal(credential.result()), null));
        }
    }

    private String target(Person person) {
        var path = Routes.safe(next);
        return path.equals("/") && person.isStaff() ? "/tickets/workspace" : path;
    }

    private static String refusal(SignInResult result) {
        return result instanceof SignInResult.Throttled throttled
                ? Texts.get("accounts.signin.throttled", throttled.retryAfter().toMinutes())
                : Texts.get("accounts.signin.refused");
    }

    private @Nullable String device() {
        var cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(DEVICE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private Cookie remembered(String token) {
        var cookie = new Cookie(DEVICE, token);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
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

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
