package org.guiche.attachments;

import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;
import org.guiche.shared.RuleViolation;

/** Whether the bytes are what the name says. Detected from the bytes alone; the name only has to agree. */
final class Content {

    /** How many bytes decide. */
    static final int LOOKED_AT = 64 * 1024;

    private static final Tika TIKA = new Tika();
    private static final Set<String> ACTIVE =
            Set.of("text/html", "application/xhtml+xml", "image/svg+xml", "application/javascript", "text/javascript");
    private static final Map<String, String> MUST_BE = Map.of(
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "gif", "image/gif",
            "png", "image/png",
            "pdf", "application/pdf",
            "zip", "application/zip",
            "psd", "image/vnd.adobe.photoshop");
    private static final Set<String> TEXTS = Set.of("txt", "csv", "css", "cst");

    private Content() {}

    /** What the bytes are, by themselves. */
    static String detect(byte[] beginning) {
        return TIKA.detect(beginning);
    }

    /** The media type to keep; refuses content that another extension would be honest about. */
    static String typeOf(FileName name, String detected) {
        var extension = name.extension();
        var expected = MUST_BE.get(extension);
        var lies = expected != null && !detected.equals(expected);
        var active = ACTIVE.contains(detected) && !TEXTS.contains(extension);
        if (lies || active) {
            throw new RuleViolation("attachments.content.other", name.value(), "." + extension);
        }
        return TEXTS.contains(extension) ? "text/plain" : detected;
    }
}
