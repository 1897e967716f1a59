package org.guiche.attachments.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.SentFile;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.BusinessException;
import org.guiche.shared.JsonText;
import org.guiche.shared.NotFound;
import org.guiche.shared.Unavailable;
import org.guiche.shared.rest.ProblemMapper;

/**
 * Files that the pages send while the form is still being written: {@code POST /uploads}, one multipart part {@code file} each,
 * with {@code ?for=} where it is to go, which may take other files than most; and {@code DELETE /uploads/{id}} to take one back. Refusals are problem documents; other sites are refused before.
 */
@WebServlet({"/uploads", "/uploads/*"})
public class UploadsServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Attachments attachments;

    @Inject
    transient CurrentUser user;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answering(response, () -> {
            var sent = SentFile.in(request.getContentType(), request.getInputStream());
            var allowed = attachments.allowedAt(request.getParameter("for"), user.get());
            var file = attachments.store(user.get(), sent.name(), sent.bytes(), allowed);
            response.setStatus(HttpServletResponse.SC_CREATED);
            response.setContentType("application/json");
            response.getOutputStream().write(json(file).getBytes(StandardCharsets.UTF_8));
        });
    }

    private static String json(StoredFile file) {
        return JsonText.object()
                .add("id", file.id().toString())
                .add("name", file.name())
                .add("size", file.size())
                .add("mediaType", file.mediaType())
                .add("image", file.isImage())
                .build()
                .toString();
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answering(response, () -> {
            attachments.discard(id(request.getPathInfo()), user.get());
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        });
    }

    private static UUID id(String path) {
        try {
            return UUID.fromString(String.valueOf(path).replaceFirst("^/", ""));
        } catch (IllegalArgumentException e) {
            throw new NotFound("attachments.not-found");
        }
    }

    private static void answering(HttpServletResponse response, Work work) throws IOException {
        try {
            work.run();
        } catch (BusinessException refusal) {
            if (refusal instanceof Unavailable) {
                response.setIntHeader("Retry-After", Unavailable.RETRY_AFTER_SECONDS);
            }
            ProblemMapper.refused(refusal).write(response);
        }
    }

    private interface Work {
        void run() throws IOException;
    }
}
