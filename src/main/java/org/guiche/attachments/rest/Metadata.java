package org.guiche.attachments.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code Upload-Metadata}: pairs of a word and a text in base64. */
final class Metadata {

    static final String NAME = "filename";
    static final String PLACE = "for";

    private static final int LONGEST = 8 * 1024;

    private Metadata() {}

    /** What it says; empty where it says nothing or cannot be read. */
    static Map<String, String> read(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return Map.of();
        }
        try {
            return Arrays.stream(header.split(","))
                    .map(pair -> pair.strip().split(" +", 2))
                    .collect(Collectors.toMap(
                            pair -> pair[0], pair -> pair.length < 2 ? "" : text(pair[1]), (one, two) -> two));
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }

    private static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64.strip()), UTF_8).replace("\0", "");
    }

    static String write(String name, String place) {
        var said = new LinkedHashMap<>(Map.of(NAME, name));
        if (!place.isEmpty()) {
            said.put(PLACE, place);
        }
        return said.entrySet().stream()
                .map(pair -> pair.getKey() + " "
                        + Base64.getEncoder().encodeToString(pair.getValue().getBytes(UTF_8)))
                .collect(Collectors.joining(","));
    }
}
