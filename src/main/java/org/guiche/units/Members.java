package org.guiche.units;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a definition, read strictly: what is missing, of another type or not known is refused with its place,
 * such as {@code fields[2].options[0].when}.
 */
final class Members {

    private final JsonObject json;
    private final String place;
    private final Set<String> asked = new HashSet<>();

    Members(JsonObject json, String place) {
        this.json = json;
        this.place = place;
    }

    /** Reads an object by that function, and refuses what the function did not ask for. */
    static <T> T read(JsonObject json, String place, Function<Members, T> reading) {
        var members = new Members(json, place);
        var result = reading.apply(members);
        members.nothingElse();
        return result;
    }

    private void nothingElse() {
        json.keySet().stream().filter(name -> !asked.contains(name)).findFirst().ifPresent(name -> {
            throw refusal(name, "units.definition.unknown", name);
        });
    }

    boolean has(String name) {
        return json.containsKey(name);
    }

    /** A text that is not blank. */
    String text(String name) {
        return textIf(name).orElseThrow(() -> refusal(name, "units.definition.missing", name));
    }

    Optional<String> textIf(String name) {
        return member(name, JsonString.class).map(JsonString::getString).map(text -> {
            if (text.isBlank()) {
                throw refusal(name, "units.definition.blank", name);
            }
            return text;
        });
    }

    boolean flag(String name, boolean otherwise) {
        return any(name).map(value -> flag(name, value)).orElse(otherwise);
    }

    private boolean flag(String name, JsonValue value) {
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw wrongType(name);
        }
        return value == JsonValue.TRUE;
    }

    Optional<BigDecimal> number(String name) {
        return member(name, JsonNumber.class).map(JsonNumber::bigDecimalValue);
    }

    /** A whole number from 0 to 100,000; 0 where there is none. */
    int count(String name) {
        return number(name)
                .map(number -> {
                    if (number.signum() < 0
                            || number.scale() > 0
                            || number.compareTo(BigDecimal.valueOf(100_000)) > 0) {
                        throw wrongType(name);
                    }
                    return number.intValue();
                })
                .orElse(0);
    }

    <E extends Enum<E>> E choice(String name, Class<E> kinds) {
        return choiceIf(name, kinds).orElseThrow(() -> refusal(name, "units.definition.missing", name));
    }

    <E extends Enum<E>> Optional<E> choiceIf(String name, Class<E> kinds) {
        return textIf(name)
                .map(text -> Arrays.stream(kinds.getEnumConstants())
                        .filter(kind -> kind.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> refusal(name, "units.definition.choice", text, names(kinds))));
    }

    private static String names(Class<? extends Enum<?>> kinds) {
        return Arrays.stream(kinds.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    List<JsonValue> list(String name) {
        return member(name, JsonArray.class).orElse(JsonValue.EMPTY_JSON_ARRAY);
    }

    List<String> texts(String name) {
        return list(name).stream()
                .map(value -> cast(name, value, JsonString.class).getString())
                .toList();
    }

    /** Whole numbers. */
    List<Integer> numbers(String name) {
        return list(name).stream()
                .map(value -> cast(name, value, JsonNumber.class))
                .map(number -> {
                    if (!number.isIntegral() || number.bigDecimalValue().precision() > 6) {
                        throw wrongType(name);
                    }
                    return number.intValue();
                })
                .toList();
    }

    /** Reads each object of a list; none where the list is not there. */
    <T> List<T> each(String name, Function<Members, T> reading) {
        var list = list(name);
        var results = new ArrayList<T>();
        for (int i = 0; i < list.size(); i++) {
            results.add(read(cast(name, list.get(i), JsonObject.class), inside(name) + "[" + i + "]", reading));
        }
        return results;
    }

    <T> Optional<T> object(String name, Function<Members, T> reading) {
        return member(name, JsonObject.class).map(object -> read(object, inside(name), reading));
    }

    /** The object itself, for somebody else to read. */
    JsonObject json(String name) {
        return member(name, JsonObject.class).orElseThrow(() -> refusal(name, "units.definition.missing", name));
    }

    Set<String> names() {
        asked.addAll(json.keySet());
        return json.keySet();
    }

    Optional<JsonValue> any(String name) {
        asked.add(name);
        return Optional.ofNullable(json.get(name));
    }

    private <T extends JsonValue> Optional<T> member(String name, Class<T> type) {
        return any(name).map(value -> cast(name, value, type));
    }

    private <T extends JsonValue> T cast(String name, JsonValue value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw wrongType(name);
        }
        return type.cast(value);
    }

    RuleViolation wrongType(String name) {
        return refusal(name, "units.definition.type", name);
    }

    /** A refusal at that member. */
    RuleViolation refusal(@Nullable String name, String key, Object... args) {
        return RuleViolation.of(name == null ? place : inside(name), key, args);
    }

    private String inside(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
