package org.guiche.attachments;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** How a browser is told what to do with a file and what to call it (RFC 6266, names by RFC 8187). */
final class Disposition {

    private static final String AS_IS = "!#$&+-.^_`|~";

    private Disposition() {}

    static String of(String name, boolean inline) {
        return (inline ? "inline" : "attachment") + "; filename=\"" + plain(name) + "\"; filename*=UTF-8''"
                + coded(name);
    }

    /** For readers that know ASCII only: without accents, and without what they might take for a path or an escape. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^ -~]|[\"\\\\%/;]", "_");
    }

    private static String coded(String name) {
        var coded = new StringBuilder();
        for (var octet : name.getBytes(StandardCharsets.UTF_8)) {
            var letter = (char) (octet & 0xff);
            if (letter < 0x80 && (Character.isLetterOrDigit(letter) || AS_IS.indexOf(letter) >= 0)) {
                coded.append(letter);
            } else {
                coded.append('%').append(String.format("%02X", (int) letter));
            }
        }
        return coded.toString();
    }
}
