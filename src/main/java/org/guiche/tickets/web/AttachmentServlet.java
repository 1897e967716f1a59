package org.guiche.tickets.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.attachments.FileResponse;
import org.guiche.attachments.FileViews;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.Gone;
import org.guiche.shared.Locked;
import org.guiche.shared.NotFound;
import org.guiche.shared.rest.ProblemMapper;
import org.guiche.shared.web.FilesAddress;
import org.guiche.tickets.Tickets;

/**
 * {@code GET /attachments/{id}}: the files of the pages, for whoever may see the ticket; {@code /thumb} is a small picture of one, {@code /view} what is in it, for a page
 * to show. To anybody else none of these exists.
 */
@WebServlet("/attachments/*")
public class AttachmentServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final Pattern ADDRESS = Pattern.compile("/([^/]{1,40})(?:/(thumb|view))?");

    @Inject
    transient Tickets tickets;

    @Inject
    transient FileResponse files;

    @Inject
    transient FileViews views;

    @Inject
    transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(ADDRESS.matcher(String.valueOf(request.getPathInfo())), request, response);
        } catch (Locked | Gone e) {
            ProblemMapper.refused(e).write(response);
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response); // the answer knows that it has no body, and how long it would be
    }

    private void answer(Matcher address, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!address.matches()) {
            throw new NotFound("attachments.not-found");
        }
        var file = tickets.file(id(address.group(1)), user.get());
        switch (String.valueOf(address.group(2))) {
            case "thumb" -> files.thumb(file, request, response);
            case "view" -> views.show(file, response);
            default -> show(file, request, response);
        }
    }

    /** From the files' own host, where they have one. */
    private void show(StoredFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (FilesAddress.isSet()) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", FilesAddress.of(files.promise(file, isPartOfAPage(request))));
            response.setHeader("Cache-Control", "no-store");
        } else {
            files.show(file, request, response);
        }
    }

    /** Opened by itself it is saved: of another origin a page cannot say that it wants that (HTML, 4.6.5). */
    private static boolean isPartOfAPage(HttpServletRequest request) {
        return !"document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("attachments.not-found");
        }
    }
}
