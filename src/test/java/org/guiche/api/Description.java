package org.guiche.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.guiche.support.Api;

/** The API as {@code /openapi} describes it, to whoever holds a token. */
final class Description {

    private final JsonObject document;

    private Description(JsonObject document) {
        this.document = document;
    }

    static Description at(URL home) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(home.toString()).resolve("/openapi"))
                .header("Accept", "application/json")
                .header(
                        "Authorization",
                        "Bearer "
                                + Api.at(home)
                                        .as("bruno@jatoba.example", "read")
                                        .token())
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return new Description(reader.readObject());
        }
    }

    /** A call with what is said of it. */
    record Operation(JsonObject json, Set<String> parameters, Set<Integer> statuses) {

        boolean isDescribedInWords() {
            return !json.getString("summary", "").isBlank();
        }

        /** The success that it promises; none where several may come. */
        int success() {
            return statuses.stream().filter(status -> status < 300).findFirst().orElseThrow();
        }
    }

    /** Every call, by the name it goes by: {@code GET /tickets/{code}}. */
    Map<String, Operation> operations() {
        var operations = new TreeMap<String, Operation>();
        object(document, "paths")
                .forEach((path, item) -> item.asJsonObject().forEach((verb, value) -> {
                    if (!verb.equals("parameters")) {
                        operations.put(
                                verb.toUpperCase(Locale.ROOT) + " " + path,
                                operation(item.asJsonObject(), value.asJsonObject()));
                    }
                }));
        return operations;
    }

    private Operation operation(JsonObject item, JsonObject operation) {
        var parameters = new TreeSet<String>();
        for (var holder : Set.of(item, operation)) {
            holder.getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                    .map(parameter -> resolved(parameter.asJsonObject()))
                    .forEach(
                            parameter -> parameters.add(parameter.getString("in") + " " + parameter.getString("name")));
        }
        var statuses = new TreeSet<Integer>();
        object(operation, "responses").keySet().stream()
                .filter(status -> !status.equals("default"))
                .forEach(status -> statuses.add(Integer.valueOf(status)));
        return new Operation(operation, parameters, statuses);
    }

    /** What an answer of that status is, as a schema. */
    JsonObject answer(Operation operation, int status) {
        var response = resolved(object(object(operation.json(), "responses"), Integer.toString(status)));
        return schema(response);
    }

    /** The headers of an answer of that status. */
    Set<String> headers(Operation operation, int status) {
        var response = resolved(object(object(operation.json(), "responses"), Integer.toString(status)));
        return object(response, "headers").keySet();
    }

    /** What a request's body is, as a schema. */
    JsonObject body(Operation operation) {
        return schema(object(operation.json(), "requestBody"));
    }

    private JsonObject schema(JsonObject holder) {
        var content = object(holder, "content").values().iterator().next().asJsonObject();
        return resolved(object(content, "schema"));
    }

    /** The same, itself instead of a reference to it. */
    JsonObject resolved(JsonObject object) {
        var whole = object.containsKey("allOf") ? object.getJsonArray("allOf").getJsonObject(0) : object;
        if (!whole.containsKey("$ref")) {
            return whole;
        }
        JsonObject found = document;
        for (var step : whole.getString("$ref").substring(2).split("/", -1)) {
            found = found.getJsonObject(step);
        }
        return found;
    }

    static JsonObject object(JsonObject holder, String name) {
        return holder.getOrDefault(name, JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
    }

    static Set<String> texts(JsonObject holder, String name) {
        var texts = new TreeSet<String>();
        holder.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .forEach(text -> texts.add(((JsonString) text).getString()));
        return texts;
    }
}
