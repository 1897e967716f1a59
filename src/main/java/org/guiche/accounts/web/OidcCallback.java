package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.guiche.accounts.Oidc;
import org.guiche.accounts.OidcAnswer;
import org.guiche.accounts.OidcArrival.Entered;
import org.guiche.accounts.OidcRefusal;
import org.guiche.accounts.OidcRefused;

/**
 * {@code GET /accounts/oidc/callback}: where the provider sends the browser back to. It counts once, and only in the browser that went
 * there; whoever is in already stays who he or she is.
 */
@WebServlet("/accounts/oidc/callback")
public class OidcCallback extends HttpServlet {

    private static final long serialVersionUID = 1;

    @EJB
    transient Oidc oidc;

    @Inject
    transient OidcWelcome welcome;

    @Inject
    transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Oidc.isOn()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var person = user.getPerson();
        if (person != null) {
            response.sendRedirect(request.getContextPath() + OidcWelcome.target("/", person));
            return;
        }
        arrive(request, response);
    }

    private void arrive(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var browser = OidcBrowser.of(request);
        var state = Objects.requireNonNullElse(request.getParameter("state"), "");
        if (browser.isEmpty() || state.isEmpty()) {
            OidcWelcome.refuse(OidcRefusal.STALE, request, response);
            return;
        }
        try {
            var answer = new OidcAnswer(state, request.getParameter("code"), request.getParameter("iss"));
            var arrival = oidc.arrive(answer, browser, Caller.of(request), Device.of(request));
            if (arrival instanceof Entered entered) {
                welcome.welcome(entered, request, response);
            } else {
                response.sendRedirect(request.getContextPath() + "/accounts/linking");
            }
        } catch (OidcRefused e) {
            OidcWelcome.refuse(e.why(), request, response);
        }
    }
}
