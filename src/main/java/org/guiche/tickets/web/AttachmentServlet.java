package org.guiche.tickets.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.attachments.FileResponse;
import org.guiche.shared.Locked;
import org.guiche.shared.NotFound;
import org.guiche.shared.rest.ProblemMapper;
import org.guiche.tickets.Tickets;

/** {@code GET /attachments/{id}}: the files of the pages, for whoever may see the ticket. To anybody else they do not exist. */
@WebServlet("/attachments/*")
public class AttachmentServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Tickets tickets;

    @Inject
    transient FileResponse files;

    @Inject
    transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            files.show(tickets.file(id(request.getPathInfo()), user.get()), request, response);
        } catch (Locked e) {
            ProblemMapper.refused(e).write(response);
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response); // the answer knows that it has no body, and how long it would be
    }

    private static UUID id(String path) {
        try {
            return UUID.fromString(String.valueOf(path).substring(1));
        } catch (IllegalArgumentException e) {
            throw new NotFound("attachments.not-found");
        }
    }
}
