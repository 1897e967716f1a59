package org.guiche.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** An answer; the body is still as it came over the wire. */
final class Answer {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] raw;

    Answer(int status, Map<String, String> headers, byte[] raw) {
        this.status = status;
        this.headers = headers;
        this.raw = raw;
    }

    int status() {
        return status;
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    String text() throws IOException {
        if (!"gzip".equals(headers.get("content-encoding"))) {
            return new String(raw, StandardCharsets.UTF_8);
        }
        try (var body = new GZIPInputStream(new ByteArrayInputStream(raw))) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
