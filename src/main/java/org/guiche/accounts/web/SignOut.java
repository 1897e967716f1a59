package org.guiche.accounts.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.guiche.accounts.People;

/**
 * {@code POST /accounts/signout}, from the menu of every page: ends the session here, also where the page's own state is gone;
 * with {@code everywhere=true} on every other device too.
 */
@WebServlet("/accounts/signout")
public class SignOut extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient People people;

    @Inject
    transient CurrentUser user;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (Boolean.parseBoolean(request.getParameter("everywhere"))) {
            people.signOutEverywhere(user.get());
        }
        request.logout();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect(request.getContextPath() + "/accounts/signin");
    }
}
