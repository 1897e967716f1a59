package org.guiche.shared;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers of a form as a jsonb column: texts, numbers, yes or no, lists of texts. Keys are in order. */
@Converter
public class JsonMap implements AttributeConverter<Map<String, Object>, Object> {

    @Override
    public Object convertToDatabaseColumn(Map<String, Object> values) {
        return write(values).toString();
    }

    @Override
    public Map<String, Object> convertToEntityAttribute(Object column) { // the driver's own type for jsonb
        try (var reader = JsonText.reader(column.toString())) {
            return read(reader.readObject());
        }
    }

    /** As JSON. */
    public static JsonObject write(Map<String, Object> values) {
        var json = JsonText.object();
        new TreeMap<>(values).forEach((key, value) -> add(json, key, value));
        return json.build();
    }

    private static void add(JsonObjectBuilder json, String key, Object value) {
        if (value instanceof Boolean bool) {
            json.add(key, bool);
        } else if (value instanceof BigDecimal number) {
            json.add(key, number); // as a text, 1.125 would be read back as people here write thousands
        } else if (value instanceof List<?> many) {
            json.add(key, JsonText.array(many.stream().map(Object::toString).toList()));
        } else {
            json.add(key, value.toString());
        }
    }

    /** From JSON; nulls and nested objects are left out. */
    public static Map<String, Object> read(JsonObject json) {
        var values = new LinkedHashMap<String, Object>();
        json.forEach((key, value) -> {
            var plain = plain(value);
            if (plain != null) {
                values.put(key, plain);
            }
        });
        return values;
    }

    /** One value as Java says it: text, a {@code BigDecimal}, yes or no, a list of texts; null for anything else. */
    public static @Nullable Object plain(JsonValue value) {
        if (value instanceof JsonArray many) {
            return many.stream()
                    .map(JsonMap::plain)
                    .filter(one -> one != null)
                    .map(Object::toString)
                    .toList();
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        return value == JsonValue.TRUE ? Boolean.TRUE : value == JsonValue.FALSE ? Boolean.FALSE : null;
    }
}
