package org.guiche.units;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.guiche.shared.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two documents, and nothing else of them. Lists of things that have a key become objects by that key, with
 * their {@code #order} where it is another one.
 */
public record Difference(JsonObject before, JsonObject after) {

    /** The member that says in which order things stand. */
    public static final String ORDER = "#order";

    /** By which member the things of a list are known again. */
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("classifications", "key"),
            Map.entry("priorities", "priority"),
            Map.entry("statuses", "key"),
            Map.entry("reasons", "key"),
            Map.entry("fields", "key"),
            Map.entry("parts", "key"),
            Map.entry("options", "value"),
            Map.entry("sectors", "key"),
            Map.entry("units", "key"));

    private static final Difference NONE = new Difference(JsonValue.EMPTY_JSON_OBJECT, JsonValue.EMPTY_JSON_OBJECT);

    private static final Set<String> DURATION = Set.of("amount", "clock");

    /**
     * One value that is another one.
     *
     * @param path the members that lead to it
     * @param before null where there was none
     * @param after null where there is none any more
     */
    public record Part(
            List<String> path,
            @Nullable JsonValue before,
            @Nullable JsonValue after) {}

    /** Compares two documents. */
    public static Difference of(JsonObject before, JsonObject after) {
        return reduced(byKey(before), byKey(after));
    }

    /** Whether they say the same. */
    public boolean isNone() {
        return before.isEmpty() && after.isEmpty();
    }

    /** Its values, each with the way to it. */
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        collect(List.of(), before, after, parts);
        return parts;
    }

    private static void collect(List<String> path, JsonObject before, JsonObject after, List<Part> parts) {
        for (var name : names(before, after)) {
            var way = new ArrayList<>(path);
            way.add(name);
            var was = before.get(name);
            var is = after.get(name);
            var old = branch(was);
            var now = branch(is);
            if (old != null || now != null) {
                collect(way, orEmpty(old), orEmpty(now), parts);
            } else if (!name.equals(ORDER) || (was != null && is != null)) {
                parts.add(new Part(List.copyOf(way), was, is));
            }
        }
    }

    /** A duration is one value, though it has two members. */
    private static @Nullable JsonObject branch(@Nullable JsonValue value) {
        return value instanceof JsonObject object && !object.keySet().equals(DURATION) ? object : null;
    }

    private static JsonObject orEmpty(@Nullable JsonObject branch) {
        return branch == null ? JsonValue.EMPTY_JSON_OBJECT : branch;
    }

    private static Set<String> names(JsonObject before, JsonObject after) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }

    private static Difference reduced(JsonObject before, JsonObject after) {
        var was = JsonText.object();
        var is = JsonText.object();
        for (var name : names(before, after)) {
            var inside = compared(name, before.get(name), after.get(name));
            was.addAll(JsonText.object(inside.before));
            is.addAll(JsonText.object(inside.after));
        }
        return ordered(before, after, new Difference(was.build(), is.build()));
    }

    /** What differs in one member, under its name. */
    private static Difference compared(String name, @Nullable JsonValue before, @Nullable JsonValue after) {
        var was = branch(before);
        var is = branch(after);
        if (was != null && is != null) {
            var inside = reduced(was, is);
            return new Difference(
                    named(name, inside.before.isEmpty() ? null : inside.before),
                    named(name, inside.after.isEmpty() ? null : inside.after));
        }
        return Objects.equals(before, after) ? NONE : new Difference(named(name, before), named(name, after));
    }

    private static JsonObject named(String name, @Nullable JsonValue value) {
        return value == null
                ? JsonValue.EMPTY_JSON_OBJECT
                : JsonText.object().add(name, value).build();
    }

    /** Something that came or went is no other order. */
    private static Difference ordered(JsonObject before, JsonObject after, Difference found) {
        if (!found.before.containsKey(ORDER) || !found.after.containsKey(ORDER)) {
            return new Difference(without(found.before), without(found.after));
        }
        var was = new ArrayList<>(before.getJsonArray(ORDER));
        var is = new ArrayList<>(after.getJsonArray(ORDER));
        was.retainAll(after.getJsonArray(ORDER));
        is.retainAll(before.getJsonArray(ORDER));
        return was.equals(is) ? new Difference(without(found.before), without(found.after)) : found;
    }

    private static JsonObject without(JsonObject json) {
        return JsonText.object(json).remove(ORDER).build();
    }

    private static JsonObject byKey(JsonObject json) {
        var result = JsonText.object();
        json.forEach((name, value) -> result.add(name, byKey(name, value)));
        return result.build();
    }

    private static JsonValue byKey(String name, JsonValue value) {
        if (value instanceof JsonObject object) {
            return byKey(object);
        }
        return value instanceof JsonArray list ? keyed(name, list).orElse(list) : value;
    }

    private static Optional<JsonValue> keyed(String name, JsonArray list) {
        var key = KEYS.get(name);
        if (key == null
                || list.stream().anyMatch(one -> !(one instanceof JsonObject object) || !object.containsKey(key))) {
            return Optional.empty();
        }
        var result = JsonText.object();
        var order = JsonText.array();
        for (var one : list.getValuesAs(JsonObject.class)) {
            result.add(
                    one.getString(key), byKey(JsonText.object(one).remove(key).build()));
            order.add(one.getString(key));
        }
        return Optional.of(result.add(ORDER, order).build());
    }
}
