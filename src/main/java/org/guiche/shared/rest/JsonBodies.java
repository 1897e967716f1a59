package org.guiche.shared.rest;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;

/** Reads the body of a request into the record that its resource asks for. An empty body says nothing: {@code {}}. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
public class JsonBodies implements MessageBodyReader<Record> {

    private static final int LARGEST = 4 * 1024 * 1024;
    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

    @Context
    @SuppressWarnings("NullAway.Init") // the container's
    HttpServletRequest request;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Problem.of(413, "shared.json.large", LARGEST / (1024 * 1024)).refusal();
        }
        Fingerprint.of(bytes).keep(request);
        return JsonRecords.read(bytes.length == 0 ? JsonValue.EMPTY_JSON_OBJECT : parse(bytes), type);
    }

    private static JsonObject parse(byte[] bytes) {
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(bytes))) {
            JsonStructure json = reader.read();
            if (json instanceof JsonObject object) {
                return object;
            }
            throw Problem.of(400, "shared.json.not-object").refusal();
        } catch (JsonParsingException e) {
            var at = e.getLocation();
            throw Problem.of(400, "shared.json.syntax", at.getLineNumber(), at.getColumnNumber())
                    .refusal();
        } catch (JsonException e) {
            throw Problem.of(400, "shared.json.unreadable").refusal();
        }
    }
}
