package org.guiche.matrix;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiche.api.Endpoint;
import org.jspecify.annotations.Nullable;

/** A field of a body of the API: {@code attachments[]}, {@code contact.email}. */
record Field(Endpoint endpoint, List<String> path) {

    private static final Map<String, String> KINDS =
            Table.rows("fields.txt", 2).stream().collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));

    /** Every field of every body that there is. */
    static List<Field> all() {
        var found = new ArrayList<Field>();
        Endpoint.all()
                .forEach(endpoint -> endpoint.body().ifPresent(type -> collect(endpoint, type, List.of(), found)));
        return found;
    }

    private static void collect(Endpoint endpoint, Class<?> type, List<String> place, List<Field> found) {
        for (RecordComponent component : type.getRecordComponents()) {
            var list = component.getType() == List.class;
            var inner = list ? argument(component.getGenericType()) : component.getType();
            var path = new ArrayList<>(place);
            path.add(component.getName() + (list ? "[]" : ""));
            if (inner instanceof Class<?> record && record.isRecord()) {
                collect(endpoint, record, path, found);
            } else {
                found.add(new Field(endpoint, path));
            }
        }
    }

    private static Type argument(Type list) {
        return ((ParameterizedType) list).getActualTypeArguments()[0];
    }

    String name() {
        return path.get(path.size() - 1);
    }

    /** What it names; nothing where no row says so. */
    Optional<String> kind() {
        return Optional.ofNullable(KINDS.get(endpoint.name() + " " + name()))
                .or(() -> Optional.ofNullable(KINDS.get(name())));
    }

    @Override
    public String toString() {
        return endpoint.name() + " " + String.join(".", path);
    }

    /** The body with that value in this field's place, alone where it is a list. */
    String in(String body, JsonValue value) {
        return with(json(body), path, value).toString();
    }

    static JsonObject json(String body) {
        try (var reader = Json.createReader(new StringReader(body.replace('\'', '"')))) {
            return reader.readObject();
        }
    }

    private static JsonObject with(JsonObject object, List<String> path, JsonValue value) {
        var list = path.get(0).endsWith("[]");
        var name = path.get(0).replace("[]", "");
        var inner = path.size() == 1 ? value : with(first(object.get(name)), path.subList(1, path.size()), value);
        return Json.createObjectBuilder(object)
                .add(name, list ? Json.createArrayBuilder().add(inner).build() : inner)
                .build();
    }

    private static JsonObject first(@Nullable JsonValue there) {
        if (there instanceof JsonArray array && !array.isEmpty()) {
            return array.getJsonObject(0);
        }
        return there instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
