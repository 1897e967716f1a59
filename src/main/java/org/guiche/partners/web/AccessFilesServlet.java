package org.guiche.partners.web;

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
import org.guiche.partners.AccessFiles;
import org.guiche.shared.BusinessException;
import org.guiche.shared.JsonText;
import org.guiche.shared.NotFound;
import org.guiche.shared.Unavailable;
import org.guiche.shared.rest.ProblemMapper;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /partners/files}: the signed contract of whoever asks for access, signed in or not. A PDF of at most 10 MB, a few an hour;
 * nobody can look at it again, and it goes after a day where no request is confirmed. {@code DELETE /partners/files/(id)} takes it away
 * before it is asked with; an id of anything else is answered as one that never was.
 */
@WebServlet({"/partners/files", "/partners/files/*"})
public class AccessFilesServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Attachments attachments;

    @Inject
    transient AccessFiles files;

    @Inject
    transient CurrentUser user;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            files.count(user.address());
            var sent = SentFile.in(request.getContentType(), request.getInputStream());
            var file = attachments.store(sent.name(), sent.bytes(), files.allowed());
            var json = JsonText.object()
                    .add("id", file.id().toString())
                    .add("name", file.name())
                    .add("size", file.size())
                    .build();
            response.setStatus(HttpServletResponse.SC_CREATED);
            response.setContentType("application/json");
            response.getOutputStream().write(json.toString().getBytes(StandardCharsets.UTF_8));
        } catch (BusinessException refusal) {
            if (refusal instanceof Unavailable) {
                response.setIntHeader("Retry-After", Unavailable.RETRY_AFTER_SECONDS);
            }
            ProblemMapper.refused(refusal).write(response);
        }
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            files.takeBack(id(request.getPathInfo()));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (BusinessException refusal) {
            ProblemMapper.refused(refusal).write(response);
        }
    }

    private static UUID id(@Nullable String path) {
        if (path == null || !path.matches("/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new NotFound("attachments.not-found");
        }
        return UUID.fromString(path.substring(1));
    }
}
