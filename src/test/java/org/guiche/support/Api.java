package org.guiche.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The API as a program sees it: real HTTP, a token of one of the demo's people. */
public final class Api {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final String BOUNDARY = "guiche-limite-1f3a";

    private final URI home;
    private final @Nullable String token;

    private Api(URI home, @Nullable String token) {
        this.home = home;
        this.token = token;
    }

    /** Nobody in particular. */
    public static Api at(URL home) {
        return new Api(URI.create(home.toString()), null);
    }

    /** The same for one of the demo's people. */
    public Api as(String email) {
        return new Api(home, TOKENS.computeIfAbsent(home + " " + email, key -> issue(email, "*")));
    }

    /** The same with a token that may do only that: {@code read} or {@code write}. */
    public Api as(String email, String scope) {
        return new Api(home, TOKENS.computeIfAbsent(home + " " + email + " " + scope, key -> issue(email, scope)));
    }

    /** The same with that token. */
    public Api with(String token) {
        return new Api(home, token);
    }

    /** What it calls with. */
    public String token() {
        return String.valueOf(token);
    }

    /** Every token that a test asked for so far. */
    public static List<String> tokens() {
        return List.copyOf(TOKENS.values());
    }

    private String issue(String email, String scope) {
        var basic = Base64.getEncoder().encodeToString((email + ":guiche-demo").getBytes(StandardCharsets.UTF_8));
        var body = BodyPublishers.ofString("{\"scopes\":[\"" + scope + "\"]}");
        var headers = headers("application/json", "Authorization", "Basic " + basic);
        return json(send("POST", "tokens", body, headers)).getString("token");
    }

    /** Asks for something below {@code /api/v1/}. */
    public HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    /** The same, with the bytes as they come. */
    public HttpResponse<InputStream> open(String path, String... headers) {
        return exchange("GET", path, BodyPublishers.noBody(), headers("*/*", headers), BodyHandlers.ofInputStream());
    }

    /** Sends JSON, written with single quotes where that reads better; headers in pairs of name and value. */
    public HttpResponse<String> post(String path, String json, String... headers) {
        return call("POST", path, json, headers);
    }

    /** The same with any method. */
    public HttpResponse<String> call(String method, String path, String json, String... headers) {
        return send(
                method, path, BodyPublishers.ofString(json.replace('\'', '"')), headers("application/json", headers));
    }

    /** Uploads a file under that name. */
    public HttpResponse<String> upload(String name, byte[] bytes) {
        return multipart(part("file", name, bytes));
    }

    /** Sends these parts, as they are, with the end that belongs there. */
    public HttpResponse<String> multipart(byte[]... parts) {
        return form(BodyPublishers.ofByteArray(joined(parts)));
    }

    /** Sends that as a multipart form, whatever it is. */
    public HttpResponse<String> form(BodyPublisher body, String... headers) {
        return send("POST", "uploads", body, headers("multipart/form-data; boundary=" + BOUNDARY, headers));
    }

    private static Map<String, String> headers(String type, String... more) {
        var all = new HashMap<String, String>(Map.of("Content-Type", type));
        for (var i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    /** One part of a form, with a file in it. */
    public static byte[] part(String field, String name, byte[] bytes) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(bytes);
        out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /** These parts and the end. */
    public static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /** Sends anything; the token goes along where there is one. No answer ever holds what is secret. */
    public HttpResponse<String> send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        var answer = exchange(method, path, body, headers, BodyHandlers.ofString());
        Leaks.none(String.valueOf(answer.request()), answer.body());
        return answer;
    }

    private <T> HttpResponse<T> exchange(
            String method, String path, BodyPublisher body, Map<String, String> headers, BodyHandler<T> answer) {
        var request = HttpRequest.newBuilder(home.resolve("/api/v1/" + path)).method(method, body);
        headers.forEach(request::setHeader);
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        try {
            return CLIENT.send(request.build(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The answer as JSON. */
    public static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
