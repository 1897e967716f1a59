package org.guiche.accounts.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.guiche.accounts.OidcArrival.Entered;
import org.guiche.accounts.OidcRefusal;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.accounts.SignInResult.Accepted;
import org.guiche.accounts.SignInResult.CodeNeeded;
import org.guiche.accounts.Theme;
import org.guiche.shared.Clocks;
import org.guiche.shared.web.Appearance;
import org.guiche.shared.web.PublicAddress;

/** Lets in whom the provider vouches for, and sends everybody on. */
@Dependent
class OidcWelcome {

    /** Where a session keeps what the provider is told at its end. */
    static final String HINT = "guiche.oidc.hint";

    @Inject
    SecurityContext security;

    @Inject
    People people;

    @Inject
    Clocks clocks;

    /** Begins the session under a new id, once the code is known where one is needed, and goes to the page first asked for. */
    void welcome(Entered entered, HttpServletRequest request, HttpServletResponse response) throws IOException {
        OidcBrowser.end(request, response);
        if (entered.result() instanceof Accepted accepted) {
            security.authenticate(
                    request,
                    response,
                    AuthenticationParameters.withParams().credential(new ArrivedCredential(accepted)));
            remember(accepted, request, response);
            response.sendRedirect(request.getContextPath() + target(entered.next(), accepted.person()));
        } else if (entered.result() instanceof CodeNeeded needed) {
            PendingCode.begin(request, needed, clocks.withoutLeaps());
            var next = URLEncoder.encode(entered.next(), StandardCharsets.UTF_8);
            response.sendRedirect(request.getContextPath() + "/accounts/code?next=" + next);
        }
        request.getSession().setAttribute(HINT, entered.hint());
    }

    private void remember(Accepted accepted, HttpServletRequest request, HttpServletResponse response) {
        var isSecure = PublicAddress.isSecure(request);
        response.addCookie(Device.remembering(accepted.deviceToken(), isSecure));
        var theme = people.theme(accepted.person());
        if (theme != Theme.SYSTEM) {
            response.addCookie(Appearance.remembering(theme.name().toLowerCase(Locale.ROOT), isSecure));
        }
    }

    /** As from the sign-in with a password. */
    static String target(String next, Person person) {
        return next.equals("/") && person.isStaff() ? "/tickets/workspace" : next;
    }

    /** Back to the door, which says why. */
    static void refuse(OidcRefusal why, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/accounts/signin?oidc=" + why.word());
    }
}
