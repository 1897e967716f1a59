package org.guiche.privacy.web;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.privacy.Copies;
import org.guiche.shared.NotFound;

/** {@code GET /privacy/copies/{id}}: the copy of one's data, a zip, for whom it is. To anybody else it does not exist. */
@WebServlet("/privacy/copies/*")
public class CopyServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @EJB
    transient Copies copies;

    @Inject
    transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var copy = copies.open(id(request.getPathInfo()), user.get());
            try (var bytes = copy.bytes()) {
                response.setContentType("application/zip");
                response.setContentLengthLong(copy.size());
                response.setHeader("Content-Disposition", "attachment; filename=\"meus-dados.zip\"");
                response.setHeader("Cache-Control", "private, no-store");
                bytes.transferTo(response.getOutputStream());
            }
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static long id(String path) {
        if (!String.valueOf(path).matches("/\\d{1,18}")) {
            throw new NotFound("privacy.request.not-found");
        }
        return Long.parseLong(path.substring(1));
    }
}
