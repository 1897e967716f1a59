package org.guiche.units.web;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the fields for a part of a document: texts, choices of yes or no, durations, each by the way to it, such as
 * {@code auto.goTo}. What a page has no field for stays as it was.
 */
public final class PartInput {

    private final Map<String, String> text = new HashMap<>();
    private final Map<String, Boolean> flag = new HashMap<>();
    private final Map<String, DurationInput> time = new HashMap<>();

    /** Which members a page has fields for. */
    record Members(List<String> texts, List<String> flags, List<String> times) {}

    static PartInput of(JsonObject json, Members members) {
        var input = new PartInput();
        members.texts().forEach(way -> input.text.put(way, words(find(json, way))));
        members.flags().forEach(way -> input.flag.put(way, find(json, way) == JsonValue.TRUE));
        members.times().forEach(way -> input.time.put(way, DurationInput.of(find(json, way))));
        return input;
    }

    private static @Nullable JsonValue find(JsonObject json, String way) {
        JsonValue found = json;
        for (var name : way.split("\\.", -1)) {
            found = found instanceof JsonObject object ? object.get(name) : null;
        }
        return found;
    }

    private static String words(@Nullable JsonValue value) {
        return value instanceof JsonString string ? string.getString() : "";
    }

    /**
     * The part with what the fields say; what is empty is left out.
     *
     * @param at where the document has the part, for refusals: {@code statuses[2].}
     * @throws RuleViolation for a duration that is no number
     */
    JsonObject onto(JsonObject before, String at) {
        time.forEach((way, value) -> value.check(at + way + ".amount"));
        var values = new LinkedHashMap<String, @Nullable JsonValue>();
        text.forEach((way, value) -> values.put(way, string(value)));
        flag.forEach((way, value) -> values.put(way, Boolean.TRUE.equals(value) ? JsonValue.TRUE : null));
        time.forEach((way, value) -> values.put(way, value.json()));
        var result = before;
        for (var entry : values.entrySet()) {
            result = put(result, entry.getKey(), entry.getValue());
        }
        return result;
    }

    private static @Nullable JsonValue string(@Nullable String value) {
        return value == null || value.isBlank()
                ? null
                : JsonText.array(List.of(value.strip().replace("\r\n", "\n")))
                        .build()
                        .get(0);
    }

    /** The object with that value at the end of the way, or with nothing there; what is empty then goes. */
    static JsonObject put(JsonObject json, String way, @Nullable JsonValue value) {
        var dot = way.indexOf('.');
        var name = dot < 0 ? way : way.substring(0, dot);
        var inside = dot < 0
                ? value
                : put(
                        json.getOrDefault(name, JsonValue.EMPTY_JSON_OBJECT).asJsonObject(),
                        way.substring(dot + 1),
                        value);
        var result = JsonText.object(json);
        return isNothing(inside)
                ? result.remove(name).build()
                : result.add(name, inside).build();
    }

    private static boolean isNothing(@Nullable JsonValue value) {
        return value == null
                || (value instanceof JsonObject object && object.isEmpty())
                || (value instanceof JsonArray list && list.isEmpty());
    }

    public Map<String, String> getText() {
        return text;
    }

    public Map<String, Boolean> getFlag() {
        return flag;
    }

    public Map<String, DurationInput> getTime() {
        return time;
    }

    /** Whether a duration is written there. */
    boolean has(String way) {
        var duration = time.get(way);
        return duration != null && !duration.getNumber().isEmpty();
    }

    /** What stands in a text field, without blanks around it. */
    String said(String way) {
        var value = text.get(way);
        return value == null ? "" : value.strip();
    }
}
