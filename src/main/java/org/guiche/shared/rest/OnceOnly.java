package org.guiche.shared.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.guiche.shared.Idempotency;
import org.guiche.shared.Idempotency.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Lets what a caller sends again under the same {@code Idempotency-Key} happen once. Resources say {@link Idempotent}; this is for
 * the one that cannot hold a transaction while it reads its body.
 */
@ApplicationScoped
public class OnceOnly {

    @Inject
    HttpServletRequest request;

    @Inject
    Idempotency idempotency;

    /**
     * Does it in one transaction, and not at all where the caller has had the answer to this before: that is given again.
     *
     * @param content what the body was, in a word or a hash: the same key with another one is refused
     */
    public Response answer(String content, Supplier<Response> work) {
        var key = request.getHeader("Idempotency-Key");
        if (key == null) {
            return idempotency.within(work);
        }
        var caller = request.getUserPrincipal().getName();
        var hash = request.getMethod() + " " + request.getRequestURI() + " " + content;
        var asked = new Idempotency.Request(caller, key.strip(), hash);
        return response(idempotency.once(asked, () -> answer(work.get())));
    }

    private static Answer answer(Response response) {
        var entity = response.getEntity();
        return new Answer(
                response.getStatus(),
                response.getHeaderString(HttpHeaders.LOCATION),
                response.getHeaderString(HttpHeaders.ETAG),
                entity == null ? null : JsonAnswers.write(entity));
    }

    private static Response response(Answer answer) {
        var response = Response.status(answer.status());
        header(response, HttpHeaders.LOCATION, answer.location());
        header(response, HttpHeaders.ETAG, answer.tag());
        return answer.body() == null
                ? response.build()
                : response.type(MediaType.APPLICATION_JSON)
                        .entity(answer.body())
                        .build();
    }

    private static void header(Response.ResponseBuilder response, String name, @Nullable String value) {
        if (value != null) {
            response.header(name, value);
        }
    }
}
