package org.guiche.shared.rest;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a record as JSON: its components in their order, what is not known as {@code null}. */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class JsonAnswers implements MessageBodyWriter<Record> {

    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
        }
    };

    /** One component of a record, and how to ask for it. */
    private record Component(String name, Method accessor) {

        private static Component of(RecordComponent component) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true); // a record may be nested in something that is not public
            return new Component(component.getName(), accessor);
        }

        private @Nullable Object of(Object record) {
            try {
                return accessor.invoke(record);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public void writeTo(
            Record answer,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(write(answer).getBytes(StandardCharsets.UTF_8));
    }

    /** The text that an answer is sent as. */
    static String write(Object answer) {
        var text = new StringWriter();
        try (var json = GENERATORS.createGenerator(text)) {
            value(json, answer);
        }
        return text.toString();
    }

    private static void value(JsonGenerator json, @Nullable Object value) {
        if (value instanceof Record record) {
            object(json, record);
        } else if (value instanceof JsonValue ready) {
            json.write(ready);
        } else if (value instanceof Iterable<?> many) {
            json.writeStartArray();
            many.forEach(one -> value(json, one));
            json.writeEnd();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((key, one) -> value(json.writeKey(key.toString()), one));
            json.writeEnd();
        } else {
            scalar(json, value);
        }
    }

    private static void object(JsonGenerator json, Record record) {
        json.writeStartObject();
        COMPONENTS.get(record.getClass()).forEach(component -> {
            json.writeKey(component.name());
            value(json, component.of(record));
        });
        json.writeEnd();
    }

    private static void scalar(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean flag) {
            json.write(flag);
        } else if (value instanceof BigDecimal number) {
            json.write(number);
        } else if (value instanceof Number number) {
            json.write(number.longValue()); // answers have no other fractions than decimal ones
        } else {
            json.write(value.toString());
        }
    }
}
