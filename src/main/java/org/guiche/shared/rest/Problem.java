package org.guiche.shared.rest;

import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.guiche.shared.FieldError;
import org.guiche.shared.JsonText;
import org.guiche.shared.Texts;

/** A refusal as a problem document (RFC 9457). The status says its type, so that is {@code about:blank}. */
public record Problem(int status, String title, String detail, List<FieldError> errors) {

    /** Its media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Pedido ilegível"),
            Map.entry(401, "Entre primeiro"),
            Map.entry(403, "Não permitido"),
            Map.entry(404, "Não encontrado"),
            Map.entry(405, "Método não aceito"),
            Map.entry(406, "Formato não disponível"),
            Map.entry(409, "Em conflito"),
            Map.entry(412, "Versão antiga"),
            Map.entry(413, "Grande demais"),
            Map.entry(415, "Formato não aceito"),
            Map.entry(422, "Não aceito"),
            Map.entry(423, "Trancado agora"),
            Map.entry(429, "Pedidos demais"),
            Map.entry(460, "Chegou trocado"),
            Map.entry(500, "Erro inesperado"),
            Map.entry(503, "Indisponível agora"),
            Map.entry(507, "Sem espaço"));

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A refusal without fields, in the words of that key. */
    public static Problem of(int status, String key, Object... args) {
        return new Problem(status, title(status), Texts.get(key, args), List.of());
    }

    /** A refusal for these fields. */
    static Problem of(int status, String detail, List<FieldError> errors) {
        return new Problem(status, title(status), detail, errors);
    }

    private static String title(int status) {
        return TITLES.getOrDefault(status, status < 500 ? "Não aceito" : "Erro inesperado");
    }

    JsonObject json() {
        var fields = JsonText.array();
        errors.forEach(error -> fields.add(
                JsonText.object().add("field", error.field()).add("message", Texts.get(error.key(), error.args()))));
        return JsonText.object()
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
                .entity(json().toString().getBytes(StandardCharsets.UTF_8))
                .build();
    }

    /** To throw where a resource cannot answer it. */
    public WebApplicationException refusal() {
        return new WebApplicationException(detail, response());
    }

    /** As the answer of a servlet or filter. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store"); // who is refused at the door has not passed the filters
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(json().toString().getBytes(StandardCharsets.UTF_8));
    }
}
