package org.guiche.partners.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.ImportKind;
import org.guiche.partners.ImportPreview;
import org.guiche.partners.ImportProblem;
import org.guiche.partners.Imports;
import org.guiche.shared.CsvWriting;
import org.guiche.shared.NotFound;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Files to bring in. {@code POST /partners/imports} takes one, as a file or as a text, and leads to what would come of it; {@code GET}
 * gives the refused lines as a table. For administrators; to others it does not exist.
 */
@WebServlet("/partners/imports")
@MultipartConfig(
        maxFileSize = Imports.LARGEST,
        maxRequestSize = ImportsServlet.LARGEST_FORM,
        fileSizeThreshold = ImportsServlet.LARGEST_FORM)
public class ImportsServlet extends HttpServlet {

    /** With all that a form says besides. */
    static final int LARGEST_FORM = 2 * Imports.LARGEST;

    private static final long serialVersionUID = 1;

    @Inject
    transient Imports imports;

    @Inject
    transient CurrentUser user;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!user.isAdministrator()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (request.getContentLengthLong() > LARGEST_FORM) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        var type = request.getContentType();
        if (type == null || !type.startsWith("multipart/form-data")) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        try {
            var id = keep(request);
            response.sendRedirect(request.getContextPath() + "/partners/import" + (id == null ? "" : "?import=" + id));
        } catch (IllegalStateException tooLarge) { // says the container, which stops reading there
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } catch (ServletException unreadable) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** Null where nothing was sent. */
    private @Nullable UUID keep(HttpServletRequest request) throws IOException, ServletException {
        var file = part(request, "file");
        var sent = file.isPresent() ? file : part(request, "text");
        if (sent.isEmpty()) {
            return null;
        }
        var kind = Arrays.stream(ImportKind.values())
                .filter(one -> one.name().equals(request.getParameter("kind")))
                .findFirst()
                .orElse(ImportKind.COMPANIES);
        var name = file.map(Part::getSubmittedFileName).orElseGet(() -> Texts.get("partners.import.pasted"));
        try (var content = sent.get().getInputStream()) {
            return imports.upload(kind, name, content.readAllBytes(), user.get());
        }
    }

    private static Optional<Part> part(HttpServletRequest request, String name) throws IOException, ServletException {
        return Optional.ofNullable(request.getPart(name)).filter(part -> part.getSize() > 0);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = ImportPage.id(request.getParameter("import"));
        if (!user.isAdministrator() || id == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ImportPreview preview;
        try {
            preview = imports.preview(id, user.get());
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"guiche-linhas-recusadas.csv\"");
        response.setHeader("Cache-Control", "no-store");
        CsvWriting.write(response.getOutputStream(), rows(preview));
    }

    private static List<List<String>> rows(ImportPreview preview) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                Texts.get("partners.import.line"),
                Texts.get("partners.import.name"),
                Texts.get("partners.import.column"),
                Texts.get("partners.import.why")));
        for (var fate : preview.fates()) {
            fate.problems()
                    .forEach(problem -> rows.add(
                            List.of(Long.toString(fate.line()), fate.name(), column(problem), problem.sentence())));
        }
        return rows;
    }

    private static String column(ImportProblem problem) {
        return problem.place() == 0 ? "" : FateRow.column(problem);
    }
}
