package org.guiche.shared.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiche.shared.FieldError;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object into a record, strictly, and tells every field at fault at once: {@code attachments[1]}. A component that
 * is not {@code @Nullable} must be there; a list or map that is missing is empty; members that no component names count for
 * nothing.
 */
final class JsonRecords {

    private final List<FieldError> errors = new ArrayList<>();

    private JsonRecords() {}

    /** Refuses what is missing or of another type. */
    static <T> T read(JsonObject json, Class<T> type) {
        var reading = new JsonRecords();
        var read = reading.object(json, type, "");
        if (read == null) {
            throw RuleViolation.of(reading.errors);
        }
        return type.cast(read);
    }

    private @Nullable Object object(JsonObject json, Class<?> type, String place) {
        var before = errors.size();
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(json.get(components[i].getName()), components[i], place);
        }
        return errors.size() > before ? null : create(type, components, values);
    }

    @SuppressWarnings("NullAway") // what a record takes as null is marked @Nullable there
    private @Nullable Object component(@Nullable JsonValue value, RecordComponent component, String place) {
        var here = place + component.getName();
        if (component.getType() == JsonValue.class && value != null) {
            return value;
        }
        if (value != null && value != JsonValue.NULL) {
            return value(value, component.getGenericType(), here);
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        }
        if (component.getType() == List.class || component.getType() == Map.class) {
            return component.getType() == List.class ? List.of() : Map.of();
        }
        return wrong(here, "shared.json.missing", component.getName());
    }

    private @Nullable Object value(JsonValue value, Type type, String place) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? list(value, generic.getActualTypeArguments()[0], place)
                    : map(value, generic.getActualTypeArguments()[1], place);
        }
        var wanted = (Class<?>) type;
        if (wanted.isRecord()) {
            return value instanceof JsonObject json
                    ? object(json, wanted, place + ".")
                    : wrong(place, "shared.json.object", place);
        }
        try {
            return JsonScalars.read(value, wanted);
        } catch (RuleViolation e) {
            return wrong(place, e.key(), e.args().toArray());
        }
    }

    private @Nullable Object list(JsonValue value, Type type, String place) {
        if (!(value instanceof JsonArray array)) {
            return wrong(place, "shared.json.list");
        }
        var list = new ArrayList<Object>();
        for (int i = 0; i < array.size(); i++) {
            var item = value(array.get(i), type, place + "[" + i + "]");
            if (item != null) {
                list.add(item);
            }
        }
        return list;
    }

    private @Nullable Object map(JsonValue value, Type type, String place) {
        if (!(value instanceof JsonObject json)) {
            return wrong(place, "shared.json.object");
        }
        var map = new LinkedHashMap<String, Object>();
        json.forEach((key, member) -> {
            var read = member == JsonValue.NULL ? "" : value(member, type, place + "." + key);
            if (read != null) {
                map.put(key, read);
            }
        });
        return map;
    }

    private @Nullable Object wrong(String place, String key, Object... args) {
        errors.add(new FieldError(place, key, args));
        return null;
    }

    private static Object create(Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no body can be read into " + type, e);
        }
    }
}
