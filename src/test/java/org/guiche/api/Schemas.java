package org.guiche.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what a schema says with the record that is read or written. */
final class Schemas {

    private final Description description;
    private final boolean read;

    /** For bodies that are read, where lists may be missing; else for answers, where everything is there. */
    Schemas(Description description, boolean read) {
        this.description = description;
        this.read = read;
    }

    void compare(String place, JsonObject schema, Type type) {
        var generic = type instanceof ParameterizedType p ? p : null;
        var record = (Class<?>) (generic == null ? type : generic.getRawType());
        var properties = Description.object(schema, "properties");
        var components = record.getRecordComponents();
        assertThat(properties.keySet()).as(place).containsExactlyInAnyOrderElementsOf(names(Arrays.asList(components)));
        assertThat(Description.texts(schema, "required"))
                .as(place + " required")
                .containsExactlyInAnyOrderElementsOf(names(Arrays.stream(components)
                        .filter(component -> !read || mustBeThere(component))
                        .toList()));
        for (var component : components) {
            var actual = component.getGenericType() instanceof TypeVariable<?> || generic == null
                    ? component.getGenericType()
                    : bound(component.getGenericType(), generic);
            value(place + "." + component.getName(), properties.getJsonObject(component.getName()), actual);
        }
    }

    private static Type bound(Type type, ParameterizedType owner) {
        return type instanceof ParameterizedType list && list.getActualTypeArguments()[0] instanceof TypeVariable<?>
                ? new ListOf(owner.getActualTypeArguments()[0])
                : type;
    }

    private static List<String> names(List<RecordComponent> components) {
        return components.stream().map(RecordComponent::getName).toList();
    }

    private static boolean mustBeThere(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && component.getType() != List.class
                && component.getType() != Map.class;
    }

    private void value(String place, JsonObject written, Type type) {
        assertThat(written).as(place).isNotNull();
        var schema = description.resolved(written);
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            assertThat(schema.getString("type", "")).as(place).isEqualTo("array");
            value(place + "[]", schema.getJsonObject("items"), generic.getActualTypeArguments()[0]);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            compare(place, schema, plain);
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            enumeration(place, schema, plain);
        } else {
            assertThat(schema.getString("type", "")).as(place).isEqualTo(name(type));
        }
    }

    /** Words may be written in either case; what is described is one of them each. */
    private static void enumeration(String place, JsonObject schema, Class<?> type) {
        Set<String> words = Arrays.stream(type.getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Description.texts(schema, "enum").stream()
                        .map(word -> word.toUpperCase(Locale.ROOT))
                        .collect(Collectors.toSet()))
                .as(place)
                .isEqualTo(words);
    }

    private static String name(Type type) {
        if (type == Object.class || type == JsonValue.class) {
            return "";
        }
        if (type == JsonObject.class || type instanceof ParameterizedType) {
            return "object";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type == String.class || type == UUID.class || type == Instant.class) {
            return "string";
        }
        return "integer";
    }

    private record ListOf(Type item) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {item};
        }

        @Override
        public Type getRawType() {
            return List.class;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return null;
        }
    }
}
