package org.guiche.shared.rest;

import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.BusinessException;
import org.guiche.shared.Gone;
import org.guiche.shared.Locked;
import org.guiche.shared.NoRoom;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.shared.Texts;
import org.guiche.shared.TooLarge;
import org.guiche.shared.TooMany;
import org.guiche.shared.Unavailable;
import org.guiche.shared.web.Incident;
import org.jspecify.annotations.Nullable;

/** The API's edge: every refusal becomes a problem document, every bug a code that is in the log. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    @Context
    @SuppressWarnings("NullAway.Init") // the container's
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            var known = known(cause);
            if (known != null) {
                return known;
            }
        }
        var code = Incident.record(request, bug(thrown));
        return Problem.of(500, "shared.unexpected", code).response();
    }

    private static Throwable bug(Throwable thrown) {
        return thrown instanceof EJBException ejb && ejb.getCausedByException() != null
                ? ejb.getCausedByException()
                : thrown;
    }

    private static @Nullable Response known(Throwable cause) {
        if (cause instanceof Unavailable refusal) {
            return later(refusal, Unavailable.RETRY_AFTER_SECONDS);
        }
        if (cause instanceof TooMany refusal) {
            return later(
                    refusal, refusal.retryAfter().plusSeconds(1).minusNanos(1).toSeconds());
        }
        if (cause instanceof BusinessException refusal) {
            return refused(refusal).response();
        }
        if (cause instanceof OptimisticLockException) {
            return refused(new StaleVersion()).response();
        }
        if (cause instanceof ConstraintViolationException violation) {
            return ConstraintProblems.of(violation).response();
        }
        return cause instanceof WebApplicationException web ? ofStatus(web.getResponse()) : null;
    }

    private static Response later(BusinessException refusal, long seconds) {
        return Response.fromResponse(refused(refusal).response())
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    /** A refusal in the words of its key. */
    public static Problem refused(BusinessException refusal) {
        if (refusal instanceof NotFound) {
            return Problem.of(
                    404, "shared.not-found"); // the same words for what is not there and what is not the caller's
        }
        if (refusal instanceof RuleViolation violation) {
            return Problem.of(422, Texts.get(refusal.key(), refusal.args()), violation.fields());
        }
        return Problem.of(status(refusal), refusal.key(), refusal.args().toArray());
    }

    private static int status(BusinessException refusal) {
        if (refusal instanceof TooLarge) {
            return 413;
        }
        if (refusal instanceof TooMany) {
            return 429;
        }
        if (refusal instanceof Unavailable) {
            return 503;
        }
        if (refusal instanceof NoRoom) {
            return 507;
        }
        if (refusal instanceof Locked) {
            return 423;
        }
        if (refusal instanceof Gone) {
            return 410;
        }
        return refusal instanceof AccessDenied ? 403 : 412;
    }

    /** What JAX-RS itself refuses: no such path, method, format. */
    private static @Nullable Response ofStatus(Response response) {
        var status = response.getStatus();
        if (status < 400 || response.hasEntity()) {
            return response;
        }
        if (status >= 500) {
            return null;
        }
        var problem = Response.fromResponse(ofStatus(status).response());
        var allowed = response.getHeaderString(HttpHeaders.ALLOW);
        return (allowed == null ? problem : problem.header(HttpHeaders.ALLOW, allowed)).build();
    }

    /** The problem of a status that the server gave without words. */
    static Problem ofStatus(int status) {
        var key = "shared.http." + status;
        return status == 404
                ? Problem.of(404, "shared.not-found")
                : Problem.of(status, Texts.has(key) ? key : "shared.http.400");
    }
}
