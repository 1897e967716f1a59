package org.guiche.attachments.rest;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guiche.shared.rest.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What tus is answered: a status and headers, and in words what is refused.
 *
 * @param problem null where nothing is
 */
public record TusAnswer(
        int status, Map<String, String> headers, @Nullable Problem problem) {

    static TusAnswer of(int status) {
        return new TusAnswer(status, Map.of(), null);
    }

    static TusAnswer refused(int status, String key, Object... args) {
        return new TusAnswer(status, Map.of(), Problem.of(status, key, args));
    }

    TusAnswer with(String header, Object value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value.toString());
        return new TusAnswer(status, more, problem);
    }

    /** As the answer of a resource. */
    Response response() {
        var response = problem == null ? Response.status(status) : Response.fromResponse(problem.response());
        headers.forEach(response::header);
        return response.build();
    }

    /** As the answer of a servlet. */
    public void write(HttpServletResponse response) throws IOException {
        headers.forEach(response::setHeader);
        if (problem == null) {
            response.setStatus(status);
        } else {
            problem.write(response);
        }
    }
}
