package org.guiche.attachments;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What bytes may stand behind which endings, and the type they are then kept as (ASVS 5.2.2). The types on the right are
 * Tika's names for the first bytes. Where a format has no mark of its own, anything may come but what a browser would run.
 */
@SuppressWarnings("ImmutableEnumChecker") // sets of Set.of, predicates without state
enum Kind {
    JPEG("image/jpeg", Set.of("jpg", "jpeg"), is("image/jpeg")),
    PNG("image/png", Set.of("png"), is("image/png")),
    GIF("image/gif", Set.of("gif"), is("image/gif")),
    PDF("application/pdf", Set.of("pdf"), is("application/pdf")),

    TEXT("text/plain", Set.of("txt", "css", "log"), Beginning::isText),
    CSV("text/csv", Set.of("csv"), Beginning::isText),

    DOC(
            "application/msword",
            Set.of("doc"),
            is("application/x-tika-msoffice", "application/msword", "application/rtf")),
    XLS(
            "application/vnd.ms-excel",
            Set.of("xls"),
            is("application/x-tika-msoffice").or(Beginning::isOldSheet)),
    PPT("application/vnd.ms-powerpoint", Set.of("ppt"), is("application/x-tika-msoffice")),
    DOCX(office("wordprocessingml.document"), Set.of("docx"), isOffice()),
    XLSX(office("spreadsheetml.sheet"), Set.of("xlsx"), isOffice()),
    PPTX(office("presentationml.presentation"), Set.of("pptx"), isOffice()),

    ZIP("application/zip", Set.of("zip"), is("application/zip", "application/x-tika-ooxml")),
    RAR("application/vnd.rar", Set.of("rar"), is("application/x-rar-compressed")),
    ISO("application/x-iso9660-image", Set.of("iso"), Beginning::isDisc),
    EXE("application/vnd.microsoft.portable-executable", Set.of("exe"), Beginning::isProgram),

    MOV("video/quicktime", Set.of("mov"), isFilm()),
    MP4("video/mp4", Set.of("mp4"), isFilm()),
    WEBM("video/webm", Set.of("webm"), is("video/webm", "video/x-matroska", "application/x-matroska")),
    OGG(
            "audio/ogg",
            Set.of("ogg", "oga"),
            is("application/ogg", "audio/ogg", "audio/vorbis", "audio/opus", "video/ogg")),
    MP3("audio/mpeg", Set.of("mp3"), is("audio/mpeg")),
    WAV("audio/wav", Set.of("wav"), is("audio/vnd.wave", "audio/wav", "audio/x-wav")),
    M4A("audio/mp4", Set.of("m4a"), isFilm().or(is("audio/mp4"))),

    PSD("image/vnd.adobe.photoshop", Set.of("psd"), is("image/vnd.adobe.photoshop")),
    EPS("application/postscript", Set.of("eps"), is("application/postscript")),
    AI("application/vnd.adobe.illustrator", Set.of("ai"), is("application/pdf", "application/postscript")),
    CDR("application/vnd.corel-draw", Set.of("cdr"), is("application/coreldraw", "application/zip")),

    UNMARKED("application/octet-stream", Set.of("raw", "cst"), Predicate.not(Beginning::isActive));

    /** Those that browsers draw. */
    static final Set<Kind> PICTURES = Set.of(JPEG, PNG, GIF);

    private final String mediaType;
    private final Set<String> endings;
    private final Predicate<Beginning> honest;

    Kind(String mediaType, Set<String> endings, Predicate<Beginning> honest) {
        this.mediaType = mediaType;
        this.endings = endings;
        this.honest = honest;
    }

    /** By the ending, in small letters and without the dot. A unit may permit endings of its own: nobody vouches for these. */
    static Kind of(String ending) {
        return known(ending).orElse(UNMARKED);
    }

    /** The kind of picture that was kept as that type; empty where it is none that browsers draw. */
    static Optional<Kind> picture(String mediaType) {
        return PICTURES.stream()
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst();
    }

    private static Optional<Kind> known(String ending) {
        return Arrays.stream(values())
                .filter(kind -> kind.endings.contains(ending))
                .findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    boolean isHonest(Beginning bytes) {
        return honest.test(bytes);
    }

    private static Predicate<Beginning> is(String... types) {
        var accepted = Set.of(types);
        return bytes -> accepted.contains(bytes.type());
    }

    /** A zip of XML; under a password it is wrapped in the older container. */
    private static Predicate<Beginning> isOffice() {
        return is("application/x-tika-ooxml", "application/zip", "application/x-tika-msoffice");
    }

    /** QuickTime and MPEG-4 are one container; cameras and phones mix the endings. */
    private static Predicate<Beginning> isFilm() {
        return is("video/quicktime", "video/mp4", "application/mp4", "video/x-m4v", "video/3gpp", "video/3gpp2");
    }

    private static String office(String part) {
        return "application/vnd.openxmlformats-officedocument." + part;
    }
}
