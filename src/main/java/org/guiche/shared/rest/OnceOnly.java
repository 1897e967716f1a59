package org.guiche.shared.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.guiche.shared.Idempotency;
import org.guiche.shared.Idempotency.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Lets what a caller sends again under the same {@code Idempotency-Key} happen once. Resources say {@link Idempotent}; this is for
 * the one that cannot hold a transaction while it reads its body, and for the one whose answer must not be kept.
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
        var asked = asked(request.getUserPrincipal().getName(), key, content);
        return response(idempotency.once(asked, () -> answer(work.get())));
    }

    /**
     * The same where the answer holds a secret, which is kept nowhere: what is sent again is refused with what that says of the
     * first answer.
     *
     * @param caller who has just shown a password, by id
     */
    public Response answerOnce(String caller, Supplier<Response> work, Function<Response, Problem> again) {
        var key = request.getHeader("Idempotency-Key");
        if (key == null) {
            return idempotency.within(work);
        }
        var secret = new AtomicReference<@Nullable Response>();
        var asked = asked(caller, key, Fingerprint.of(request).sha256());
        var kept = idempotency.once(asked, () -> {
            var answer = work.get();
            secret.set(answer);
            var problem = again.apply(answer);
            return new Answer(problem.status(), null, null, problem.json().toString());
        });
        var first = secret.get();
        return first == null ? response(kept) : first;
    }

    private Idempotency.Request asked(String caller, String key, String content) {
        var hash = request.getMethod() + " " + request.getRequestURI() + " " + content;
        return new Idempotency.Request(caller, key.strip(), hash);
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
                : response.type(answer.status() < 400 ? MediaType.APPLICATION_JSON : Problem.MEDIA_TYPE)
                        .entity(answer.body())
                        .build();
    }

    private static void header(Response.ResponseBuilder response, String name, @Nullable String value) {
        if (value != null) {
            response.header(name, value);
        }
    }
}
