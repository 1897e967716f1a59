package org.guiche.shared.rest;

import jakarta.ejb.EJBException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.BusinessException;
import org.guiche.shared.FieldError;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** The API's edge: every refusal becomes a problem document, every bug a number that is in the log. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            var problem = known(cause);
            if (problem != null) {
                return problem;
            }
        }
        return unexpected(thrown);
    }

    private static @Nullable Response known(Throwable cause) {
        if (cause instanceof BusinessException refusal) {
            return refused(refusal);
        }
        if (cause instanceof OptimisticLockException) {
            return refused(new StaleVersion());
        }
        if (cause instanceof WebApplicationException web) {
            return ofStatus(web.getResponse());
        }
        if (cause instanceof ConstraintViolationException violation) {
            return invalid(violation);
        }
        return cause instanceof JsonException || cause instanceof JsonbException || cause instanceof ProcessingException
                ? unreadable()
                : null;
    }

    private static Response refused(BusinessException refusal) {
        var detail = Texts.get(refusal.key(), refusal.args());
        if (refusal instanceof NotFound) {
            return new Problem(404, "Não encontrado", Texts.get("shared.not-found")).response();
        }
        if (refusal instanceof AccessDenied) {
            return new Problem(403, "Não permitido", detail).response();
        }
        if (refusal instanceof StaleVersion) {
            return new Problem(412, "Versão antiga", detail).response();
        }
        return new Problem(422, "Não aceito", detail, ((RuleViolation) refusal).fields()).response();
    }

    private static Response ofStatus(Response response) {
        if (response.getStatus() < 400 || response.hasEntity()) {
            return response;
        }
        var status = response.getStatusInfo();
        var detail = status.getStatusCode() == 404
                ? Texts.get("shared.not-found")
                : Texts.get("shared.bad-request", status.getReasonPhrase());
        var problem = new Problem(status.getStatusCode(), status.getReasonPhrase(), detail).response();
        return Response.fromResponse(problem)
                .replaceAll(response.getHeaders())
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    private static Response invalid(ConstraintViolationException violation) {
        var fields = violation.getConstraintViolations().stream()
                .map(v -> new FieldError(v.getPropertyPath().toString(), v.getMessage()))
                .toList();
        return new Problem(422, "Não aceito", Texts.get(fields.get(0).key()), fields).response();
    }

    private static Response unreadable() {
        return new Problem(400, "Pedido ilegível", Texts.get("shared.bad-request", "JSON")).response();
    }

    private static Response unexpected(Throwable thrown) {
        var id = UUID.randomUUID().toString().substring(0, 8);
        var cause = thrown instanceof EJBException ejb && ejb.getCausedByException() != null
                ? ejb.getCausedByException()
                : thrown;
        LOG.log(Level.SEVERE, "unexpected failure " + id, cause);
        return new Problem(500, "Erro inesperado", Texts.get("shared.unexpected", id)).response();
    }
}
