package org.guiche.shared.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.Serializable;
import org.guiche.shared.Idempotency;
import org.guiche.shared.Idempotency.Answer;
import org.jspecify.annotations.Nullable;

/** Lets what is sent again happen once. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class IdempotentCalls implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    transient HttpServletRequest request;

    @Inject
    transient Idempotency idempotency;

    @AroundInvoke
    Object call(InvocationContext invocation) {
        var key = request.getHeader("Idempotency-Key");
        if (key == null) {
            return idempotency.within(() -> proceed(invocation));
        }
        var hash = request.getMethod() + " " + request.getRequestURI() + " "
                + Fingerprint.of(request).sha256();
        var asked = new Idempotency.Request(request.getUserPrincipal().getName(), key.strip(), hash);
        return response(idempotency.once(asked, () -> answer(proceed(invocation))));
    }

    private static Response proceed(InvocationContext invocation) {
        try {
            return (Response) invocation.proceed();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(Response response) {
        var entity = response.getEntity();
        return new Answer(
                response.getStatus(),
                response.getHeaderString(HttpHeaders.LOCATION),
                response.getHeaderString(HttpHeaders.ETAG),
                entity == null ? null : JsonFormat.write(entity));
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
