package org.guiche.shared.rest;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What lies under {@code /api/} and belongs to no version of the API. */
@WebServlet(name = "unknown-api", urlPatterns = "/api/*")
public class UnknownApi extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem.of(404, "shared.not-found").write(response);
    }
}
