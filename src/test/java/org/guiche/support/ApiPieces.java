package org.guiche.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Large files as a program sends them: in pieces, by tus. */
public record ApiPieces(Api api) {

    /** Where they begin. */
    public static final String START = "uploads/large";

    /** Announces a file. */
    public HttpResponse<String> begin(String name, long size) {
        return begin(name, size, "");
    }

    /** The same for some place; headers in pairs. */
    public HttpResponse<String> begin(String name, long size, String place, String... headers) {
        var metadata = "filename " + base64(name) + (place.isEmpty() ? "" : ",for " + base64(place));
        var all = headers(headers);
        all.put("Upload-Length", Long.toString(size));
        all.put("Upload-Metadata", metadata);
        return api.send("POST", START, BodyPublishers.noBody(), all);
    }

    /** The id of what was begun. */
    public String begun(String name, long size, String... place) {
        var answer = begin(name, size, place.length == 0 ? "" : place[0]);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    }

    /** Sends a piece; headers in pairs. */
    public HttpResponse<String> piece(String id, long offset, byte[] bytes, String... headers) {
        return piece(id, offset, BodyPublishers.ofByteArray(bytes), headers);
    }

    /** The same from wherever. */
    public HttpResponse<String> piece(String id, long offset, BodyPublisher bytes, String... headers) {
        var all = headers(headers);
        all.putIfAbsent("Content-Type", "application/offset+octet-stream");
        all.putIfAbsent("Upload-Offset", Long.toString(offset));
        return api.send("PATCH", START + "/" + id, bytes, all);
    }

    /** How far it is. */
    public HttpResponse<String> head(String id, String... headers) {
        return api.send("HEAD", START + "/" + id, BodyPublishers.noBody(), headers(headers));
    }

    /** The same as a number; negative where there is no such upload. */
    public long offset(String id) {
        return head(id).headers().firstValueAsLong("Upload-Offset").orElse(-1);
    }

    /** Gives it up. */
    public HttpResponse<String> end(String id, String... headers) {
        return api.send("DELETE", START + "/" + id, BodyPublishers.noBody(), headers(headers));
    }

    /** {@code Upload-Checksum} of these bytes. */
    public static String checksum(String name, byte[] bytes) {
        return name + " " + Base64.getEncoder().encodeToString(hash(name.equals("sha1") ? "SHA-1" : "SHA-256", bytes));
    }

    /** As files go by. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(hash("SHA-256", bytes));
    }

    private static byte[] hash(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> headers(String... more) {
        var all = new HashMap<String, String>(Map.of("Tus-Resumable", "1.0.0"));
        for (var i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
