package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.guiche.accounts.Oidc;
import org.guiche.accounts.People;
import org.guiche.accounts.Sessions;

/**
 * {@code POST /accounts/signout}, from the menu of every page: ends the session here, also where the page's own state is gone;
 * with {@code everywhere=true} on every other device too. Whoever came through a provider signs out there as well.
 */
@WebServlet("/accounts/signout")
public class SignOut extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient People people;

    @Inject
    transient Sessions sessions;

    @Inject
    transient CurrentUser user;

    @EJB
    transient Oidc oidc;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        sessions.end(Session.handle(request));
        if (Boolean.parseBoolean(request.getParameter("everywhere"))) {
            people.signOutEverywhere(user.get());
        }
        var session = request.getSession(false);
        var hint = session == null ? null : session.getAttribute(OidcWelcome.HINT);
        request.logout();
        if (session != null) {
            session.invalidate();
        }
        var provider = hint instanceof String token && Oidc.isOn() ? oidc.leave(token) : Optional.<URI>empty();
        if (provider.isPresent()) {
            leave(provider.get(), request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/accounts/signin");
        }
    }

    /** A form may not be led to another site, says our content security policy: a page of ours leads on. */
    private static void leave(URI provider, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Refresh", "0;url=" + provider.toASCIIString());
        request.setAttribute("leaveAt", provider.toASCIIString());
        request.getRequestDispatcher("/WEB-INF/accounts/leaving.xhtml").forward(request, response);
    }
}
