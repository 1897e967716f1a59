package org.guiche.attachments;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import org.guiche.shared.Texts;

/** The kinds of files as people tell them apart. */
@SuppressWarnings("ImmutableEnumChecker") // predicates without state
public enum FileGroup {
    PICTURE(type -> type.startsWith("image/")),
    FILM(type -> type.startsWith("video/") || type.startsWith("audio/")),
    PDF("application/pdf"::equals),
    SHEET(type -> type.contains("spreadsheet") || type.contains("excel") || type.equals("text/csv")),
    DOCUMENT(type -> type.startsWith("text/")
            || type.contains("msword")
            || type.contains("wordprocessing")
            || type.contains("presentation")
            || type.contains("powerpoint")),
    ARCHIVE(type -> type.contains("zip") || type.contains("rar") || type.contains("iso9660")),
    OTHER(type -> true);

    private final Predicate<String> holds;

    FileGroup(Predicate<String> holds) {
        this.holds = holds;
    }

    /** The one of that media type. */
    static FileGroup of(String mediaType) {
        return Arrays.stream(values())
                .filter(one -> one.holds.test(mediaType))
                .findFirst()
                .orElse(OTHER);
    }

    /** {@code Imagens}. */
    public String words() {
        return Texts.get("attachments.storage.group." + name().toLowerCase(Locale.ROOT));
    }
}
