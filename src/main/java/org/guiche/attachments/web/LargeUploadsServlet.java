package org.guiche.attachments.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.attachments.rest.Tus;
import org.guiche.attachments.rest.TusAnswer;
import org.guiche.attachments.rest.TusCreation;
import org.guiche.attachments.rest.TusPiece;
import org.guiche.shared.BusinessException;
import org.guiche.shared.TooMany;
import org.guiche.shared.Unavailable;
import org.guiche.shared.rest.Problem;
import org.guiche.shared.rest.ProblemMapper;

/** Large files in pieces, by tus, as the pages send them: under a session. */
@WebServlet({"/uploads/large", "/uploads/large/*"})
public class LargeUploadsServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Tus tus;

    @Inject
    transient CurrentUser user;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(Tus.RESUMABLE, Tus.VERSION);
        try {
            answer(request).write(response);
        } catch (BusinessException refusal) {
            if (refusal instanceof Unavailable) {
                response.setIntHeader("Retry-After", Unavailable.RETRY_AFTER_SECONDS);
            }
            if (refusal instanceof TooMany later) {
                response.setHeader(
                        "Retry-After", Long.toString(later.retryAfter().toSeconds()));
            }
            ProblemMapper.refused(refusal).write(response);
        }
    }

    private TusAnswer answer(HttpServletRequest request) throws IOException {
        var id = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        var version = request.getHeader(Tus.RESUMABLE);
        return switch (request.getMethod()) {
            case "OPTIONS" -> tus.offer();
            case "POST" -> tus.begin(user.get(), TusCreation.of(request), request.getRequestURI());
            case "HEAD" -> tus.tell(user.get(), id, version);
            case "PATCH" -> tus.take(user.get(), id, TusPiece.of(request), request.getInputStream());
            case "DELETE" -> tus.end(user.get(), id, version);
            default ->
                new TusAnswer(
                        405, Map.of("Allow", "OPTIONS, POST, HEAD, PATCH, DELETE"), Problem.of(405, "shared.http.405"));
        };
    }
}
