package org.guiche.attachments;

import java.util.Locale;
import java.util.Map;

/** How a file is seen inside a page, if it is. What browsers would run is none of these. */
public enum Look {
    PICTURE,
    PDF,
    VIDEO,
    AUDIO,
    TEXT,
    TABLE,
    ARCHIVE,
    /** It is only saved. */
    NONE;

    private static final Map<String, Look> OTHERS = Map.of(
            "application/pdf", PDF,
            "text/plain", TEXT,
            "text/csv", TABLE,
            "application/zip", ARCHIVE,
            "video/mp4", VIDEO,
            "video/quicktime", VIDEO,
            "video/webm", VIDEO);

    /** Of files that were kept as that type. */
    static Look of(String mediaType) {
        if (Kind.picture(mediaType).isPresent()) {
            return PICTURE;
        }
        return mediaType.startsWith("audio/") ? AUDIO : OTHERS.getOrDefault(mediaType, NONE);
    }

    /** In small letters; empty for none. */
    public String word() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }
}
