package org.guiche.units;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Forms for tests, written as administrators' definitions with single quotes. */
final class Forms {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    static final FormContext NOBODY = FormContext.empty(TODAY);

    static final FormContext AGENCY = new FormContext(
            "Agência Mirante",
            "Casa Jatobá",
            "Vitrine de Natal",
            List.of(Option.of("7", "Gestão de anúncios")),
            List.of(Option.of("31", "Vitrine de Natal")),
            TODAY);

    private Forms() {}

    /** A form of these fields. */
    static RequestForm form(String... fields) {
        return definition("{'fields': [" + String.join(", ", fields) + "]}");
    }

    static RequestForm definition(String json) {
        return FormJson.read(1, 1, json(json));
    }

    static JsonObject json(String json) {
        try (var reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            return reader.readObject();
        }
    }

    /** One field of that kind, with more members where given. */
    static String field(String key, FieldKind kind, String... more) {
        var members = more.length == 0 ? "" : ", " + String.join(", ", more);
        return "{'key': '" + key + "', 'label': 'O " + key + "', 'kind': '" + kind + "'" + members + "}";
    }

    static FormState evaluate(RequestForm form, Map<String, Object> answers) {
        return FormRules.evaluate(form, answers, NOBODY);
    }
}
