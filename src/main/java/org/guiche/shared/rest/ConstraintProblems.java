package org.guiche.shared.rest;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.guiche.shared.FieldError;
import org.guiche.shared.Texts;

/** What Bean Validation refuses; a constraint's message is the key of its sentence. */
@Provider
public class ConstraintProblems implements ExceptionMapper<ConstraintViolationException> {

    @Override
    public Response toResponse(ConstraintViolationException violation) {
        return of(violation).response();
    }

    static Problem of(ConstraintViolationException violation) {
        var fields = violation.getConstraintViolations().stream()
                .map(v -> new FieldError(field(v), v.getMessage()))
                .toList();
        return Problem.of(422, Texts.get(fields.get(0).key()), fields);
    }

    /** The path without the method and its parameter. */
    private static String field(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node -> node.getKind() == ElementKind.PROPERTY)
                .map(Object::toString)
                .collect(Collectors.joining("."));
    }
}
