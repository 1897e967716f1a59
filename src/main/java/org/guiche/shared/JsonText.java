package org.guiche.shared;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;

/** Reads and builds JSON. {@link Json} itself looks for its implementation through every jar each time it is asked. */
public final class JsonText {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private JsonText() {}

    /** A new object to fill. */
    public static JsonObjectBuilder object() {
        return BUILDERS.createObjectBuilder();
    }

    /** A new object that begins like that one. */
    public static JsonObjectBuilder object(JsonObject like) {
        return BUILDERS.createObjectBuilder(like);
    }

    /** A new array to fill. */
    public static JsonArrayBuilder array() {
        return BUILDERS.createArrayBuilder();
    }

    /** A new array that begins with these. */
    public static JsonArrayBuilder array(Collection<?> first) {
        return BUILDERS.createArrayBuilder(first);
    }

    /** Reads that text. */
    public static JsonReader reader(String json) {
        return READERS.createReader(new StringReader(json));
    }
}
