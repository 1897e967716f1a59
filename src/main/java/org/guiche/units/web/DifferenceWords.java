package org.guiche.units.web;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiche.shared.Texts;
import org.guiche.units.Difference;
import org.jspecify.annotations.Nullable;

/** What differs between two documents, in the words of the screens. */
final class DifferenceWords {

    static final String BETWEEN = " › ";
    private static final String NOTHING = "—";
    private static final List<String> NAMES = List.of("name", "label", "title");

    /** What things of the documents are called, by their keys. */
    private final Map<String, String> names = new HashMap<>();

    /**
     * One value that is another one.
     *
     * @param what which one: {@code Status › Pendente › Passa sozinho depois de}
     */
    public record Line(String what, String before, String after) {}

    /** Words for what differs; the documents tell what things are called. */
    DifferenceWords(JsonObject... documents) {
        for (var document : documents) {
            learn(document);
        }
    }

    private void learn(JsonValue value) {
        if (value instanceof JsonArray list) {
            list.forEach(this::learn);
        } else if (value instanceof JsonObject object) {
            var key = object.getString("key", object.getString("value", ""));
            if (!key.isEmpty()) {
                NAMES.stream()
                        .filter(object::containsKey)
                        .findFirst()
                        .ifPresent(name -> names.putIfAbsent(key, object.getString(name, key)));
            }
            object.values().forEach(this::learn);
        }
    }

    List<Line> lines(Difference difference) {
        learn(difference.before());
        learn(difference.after());
        var lines = new ArrayList<Line>();
        for (var part : difference.parts()) {
            lines.add(new Line(way(part.path()), words(part.before()), words(part.after())));
        }
        return lines;
    }

    private String way(List<String> path) {
        return path.stream()
                .filter(name -> !name.equals("settings"))
                .map(this::name)
                .collect(Collectors.joining(BETWEEN));
    }

    private String name(String member) {
        if (member.equals(Difference.ORDER)) {
            return Texts.get("units.words.order");
        }
        var known = names.get(member);
        if (known != null) {
            return known;
        }
        var value = "units.value." + member.toLowerCase(Locale.ROOT);
        return Texts.has("units.words." + member)
                ? Texts.get("units.words." + member)
                : Texts.has(value) ? Texts.get(value) : member;
    }

    String words(@Nullable JsonValue value) {
        if (value == null) {
            return NOTHING;
        }
        if (value instanceof JsonString text) {
            return text(text.getString());
        }
        if (value instanceof JsonArray list) {
            return list.isEmpty() ? NOTHING : list.stream().map(this::words).collect(Collectors.joining("; "));
        }
        if (value instanceof JsonObject object) {
            return object.containsKey("clock") && object.containsKey("amount")
                    ? DurationInput.words(object)
                    : members(object);
        }
        return value instanceof JsonNumber number
                ? number.toString()
                : Texts.get(value == JsonValue.TRUE ? "units.answer.yes" : "units.answer.no");
    }

    private String text(String text) {
        var key = "units.value." + text.toLowerCase(Locale.ROOT);
        return text.matches("[A-Z][A-Z_0-9]+") && Texts.has(key) ? Texts.get(key) : names.getOrDefault(text, text);
    }

    private String members(JsonObject object) {
        return object.entrySet().stream()
                .filter(member -> !member.getKey().equals(Difference.ORDER))
                .map(member -> name(member.getKey()) + ": " + words(member.getValue()))
                .collect(Collectors.joining(", "));
    }
}
