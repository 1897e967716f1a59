package org.guiche.accounts.web;

import jakarta.enterprise.context.Dependent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.accounts.SignInResult;
import org.guiche.accounts.Theme;
import org.guiche.shared.Texts;
import org.guiche.shared.web.Appearance;
import org.guiche.shared.web.LocalPath;
import org.guiche.shared.web.PublicAddress;

/** What the pages at the door have in common: who has got in goes on from there, who has not reads why. */
@Dependent
class Arrival {

    private static final String NEXT = "next";

    @Inject
    HttpServletRequest request;

    @Inject
    People people;

    /** Leaves on the browser what it shows from now on, and goes to the page first asked for. */
    void welcome(SignInResult.Accepted accepted) throws IOException {
        var response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        response.addCookie(Device.remembering(accepted.deviceToken(), PublicAddress.isSecure(request)));
        show(people.theme(accepted.person()), response);
        goOn(accepted.person());
    }

    /** Whoever never chose leaves this browser as it is. */
    private void show(Theme theme, HttpServletResponse response) {
        if (theme != Theme.SYSTEM) {
            response.addCookie(
                    Appearance.remembering(theme.name().toLowerCase(Locale.ROOT), PublicAddress.isSecure(request)));
        }
    }

    /** To the page first asked for. */
    void goOn(Person person) throws IOException {
        var path = next();
        redirect(path.equals("/") && person.isStaff() ? "/tickets/workspace" : path);
    }

    void redirect(String path) throws IOException {
        var faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().redirect(request.getContextPath() + path);
        faces.responseComplete();
    }

    /** The page first asked for, on all ways through the door. */
    String next() {
        var next = request.getParameter(NEXT);
        return next == null ? "/" : LocalPath.safe(next);
    }

    /** Says why not: too many tries, or the sentence of that key. */
    static String refusal(SignInResult result, String key) {
        return result instanceof SignInResult.Throttled throttled
                ? Texts.get("accounts.signin.throttled", throttled.retryAfter().toMinutes())
                : Texts.get(key);
    }
}
