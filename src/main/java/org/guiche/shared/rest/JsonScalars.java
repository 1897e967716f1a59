package org.guiche.shared.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guiche.shared.RuleViolation;

/** One JSON value as Java says it; refuses, without naming the place, a value of another type. */
final class JsonScalars {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int MOST_DIGITS = 40;

    /** The largest whole number that every program reads the same. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf((1L << 53) - 1);

    private JsonScalars() {}

    static Object read(JsonValue value, Class<?> type) {
        if (type == Object.class) {
            return anything(value);
        }
        if (type == JsonObject.class) {
            return is(value, JsonObject.class, "shared.json.object");
        }
        if (type == Long.class || type == long.class) {
            return whole(value).longValue();
        }
        if (type == Boolean.class || type == boolean.class) {
            return flag(value);
        }
        return ofText(text(value), type);
    }

    private static Object ofText(String text, Class<?> type) {
        if (type == String.class) {
            return text;
        }
        if (type == UUID.class) {
            return uuid(text);
        }
        if (type == Instant.class) {
            return instant(text);
        }
        if (type.isEnum()) {
            return choice(text, type);
        }
        throw new IllegalStateException("bodies do not read " + type);
    }

    /** What an answer may be: a text, a number, yes or no, or texts. */
    private static Object anything(JsonValue value) {
        if (value instanceof JsonArray many) {
            return many.stream()
                    .map(one -> one instanceof JsonNumber number ? small(number).toPlainString() : text(one))
                    .toList();
        }
        if (value instanceof JsonNumber number) {
            return small(number);
        }
        return value == JsonValue.TRUE || value == JsonValue.FALSE ? flag(value) : text(value);
    }

    private static <T extends JsonValue> T is(JsonValue value, Class<T> type, String key) {
        if (!type.isInstance(value)) {
            throw new RuleViolation(key);
        }
        return type.cast(value);
    }

    private static String text(JsonValue value) {
        var text = is(value, JsonString.class, "shared.json.text").getString();
        if (!Words.isKeepable(text)) {
            throw new RuleViolation("shared.json.character");
        }
        return text;
    }

    private static boolean flag(JsonValue value) {
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw new RuleViolation("shared.json.flag");
        }
        return value == JsonValue.TRUE;
    }

    /** So that writing it out takes no more than a line: 1e999999999 is ten characters of JSON. */
    private static BigDecimal small(JsonNumber number) {
        var decimal = number.bigDecimalValue();
        if (decimal.precision() > MOST_DIGITS || Math.abs((long) decimal.scale()) > MOST_DIGITS) {
            throw new RuleViolation("shared.json.number");
        }
        return decimal;
    }

    private static BigDecimal whole(JsonValue value) {
        var number = small(is(value, JsonNumber.class, "shared.json.whole"));
        if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(LARGEST) > 0) {
            throw new RuleViolation("shared.json.whole");
        }
        return number;
    }

    private static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new RuleViolation("shared.json.uuid");
        }
        return UUID.fromString(text);
    }

    private static Instant instant(String text) {
        var instant = Words.instant(text);
        if (instant == null) {
            throw new RuleViolation("shared.json.instant");
        }
        return instant;
    }

    private static Object choice(String text, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("shared.json.choice", names(List.of(type.getEnumConstants()))));
    }

    private static String names(List<?> constants) {
        return constants.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
