package org.guiche.shared.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.guiche.shared.FieldError;
import org.guiche.shared.Texts;

/** A refusal as a problem document (RFC 9457). */
public record Problem(int status, String title, String detail, List<FieldError> errors) {

    /** Its media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A refusal without fields. */
    public Problem(int status, String title, String detail) {
        this(status, title, detail, List.of());
    }

    private JsonObject json() {
        var fields = Json.createArrayBuilder();
        errors.forEach(error -> fields.add(Json.createObjectBuilder()
                .add("field", error.field())
                .add("message", Texts.get(error.key(), error.args()))));
        return Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title)
                .add("status", status)
                .add("detail", detail)
                .add("errors", fields)
                .build();
    }

    /** As the answer of a resource. */
    public Response response() {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(json().toString())
                .build();
    }

    /** As the answer of a servlet. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.getOutputStream().write(json().toString().getBytes(StandardCharsets.UTF_8));
    }
}
