package org.guiche.units;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.guiche.units.SubjectPattern.Source;
import org.guiche.units.SubjectPattern.SubjectPart;
import org.jspecify.annotations.Nullable;

/** A form's definition as kept. Reading is strict: a definition that could not work is never published. */
final class FormJson {

    private final Set<String> known = new HashSet<>();

    static RequestForm read(long id, int number, JsonObject json) {
        return new FormJson().form(id, number, json);
    }

    private RequestForm form(long id, int number, JsonObject json) {
        var fields = objects(json, "fields").stream().map(this::field).toList();
        return new RequestForm(id, number, fields, subject(json), routing(json));
    }

    private Field field(JsonObject json) {
        var key = json.getString("key");
        var condition = condition(json.get("visibleWhen"));
        var options = objects(json, "options").stream().map(this::option).toList();
        if (!known.add(key)) {
            throw new IllegalArgumentException("two fields have the key " + key);
        }
        return new Field(
                key,
                json.getString("label"),
                FieldKind.valueOf(json.getString("kind")),
                json.getBoolean("required", true),
                json.getString("help", null),
                json.getString("default", null),
                options,
                condition,
                json.getInt("maxLength", 0));
    }

    private Option option(JsonObject json) {
        var value = json.getString("value");
        return new Option(
                value, json.getString("label", value), json.getString("help", null), condition(json.get("when")));
    }

    private @Nullable Condition condition(@Nullable JsonValue value) {
        if (value == null) {
            return null;
        }
        var json = value.asJsonObject();
        if (json.containsKey("all")) {
            return new Condition.All(conditions(json, "all"));
        }
        if (json.containsKey("any")) {
            return new Condition.Any(conditions(json, "any"));
        }
        if (json.containsKey("not")) {
            return new Condition.Not(required(json.get("not")));
        }
        var field = earlier(json.getString("field"));
        return json.containsKey("in")
                ? new Condition.In(field, Set.copyOf(strings(json.getJsonArray("in"))))
                : new Condition.Filled(field);
    }

    private Condition required(@Nullable JsonValue value) {
        var condition = condition(value);
        if (condition == null) {
            throw new IllegalArgumentException("an empty condition");
        }
        return condition;
    }

    private List<Condition> conditions(JsonObject json, String name) {
        return objects(json, name).stream().map(this::required).toList();
    }

    private String earlier(String field) {
        if (!known.contains(field)) {
            throw new IllegalArgumentException("a condition asks for " + field + ", which does not stand before it");
        }
        return field;
    }

    private static @Nullable SubjectPattern subject(JsonObject json) {
        if (!json.containsKey("subject")) {
            return null;
        }
        var subject = json.getJsonObject("subject");
        var parts = objects(subject, "parts").stream()
                .map(part -> new SubjectPart(
                        part.getString("key"),
                        part.getString("label"),
                        Source.valueOf(part.getString("source", "TYPED"))))
                .toList();
        return new SubjectPattern(subject.getString("pattern"), parts);
    }

    private @Nullable Routing routing(JsonObject json) {
        if (!json.containsKey("routing")) {
            return null;
        }
        var routing = json.getJsonObject("routing");
        var sectors = new LinkedHashMap<String, String>();
        routing.getJsonObject("sectors")
                .forEach((value, sector) -> sectors.put(value, ((JsonString) sector).getString()));
        return new Routing(earlier(routing.getString("field")), sectors);
    }

    static List<JsonObject> objects(JsonObject json, String name) {
        return json.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY).asJsonArray().getValuesAs(JsonObject.class);
    }

    private static List<String> strings(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }
}
