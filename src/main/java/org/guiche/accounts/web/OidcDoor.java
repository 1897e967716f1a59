package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.guiche.accounts.Oidc;
import org.guiche.accounts.OidcRefused;
import org.guiche.shared.web.LocalPath;

/**
 * {@code GET /accounts/oidc?next=/path} sends the browser to the provider. Whoever is in already goes on; 404 where nobody signs in that
 * way; what fails is said on the page of signing in.
 */
@WebServlet("/accounts/oidc")
public class OidcDoor extends HttpServlet {

    private static final long serialVersionUID = 1;

    @EJB
    transient Oidc oidc;

    @Inject
    transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Oidc.isOn()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var asked = request.getParameter("next");
        var next = asked == null ? "/" : LocalPath.safe(asked);
        var person = user.getPerson();
        if (person != null) {
            response.sendRedirect(request.getContextPath() + OidcWelcome.target(next, person));
            return;
        }
        try {
            var browser = OidcBrowser.begin(request, response);
            response.sendRedirect(oidc.begin(next, browser, Caller.of(request)).toString());
        } catch (OidcRefused e) {
            OidcWelcome.refuse(e.why(), request, response);
        }
    }
}
