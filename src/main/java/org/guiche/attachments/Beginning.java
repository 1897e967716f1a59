package org.guiche.attachments;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.Tika;

/** The first bytes of a file, and what they say it is. The name has no part in this. */
final class Beginning {

    /** How many bytes are looked at: a disc says what it is after 32 KB. */
    static final int LENGTH = 64 * 1024;

    private static final Tika TIKA = new Tika();
    private static final int DISC_MARK = 32_769;
    private static final Set<String> DISCS = Set.of("CD001", "BEA01", "NSR02", "NSR03");
    private static final Set<String> RUN_BY_BROWSERS = Set.of(
            "text/html",
            "application/xhtml+xml",
            "image/svg+xml",
            "application/xml",
            "application/xslt+xml",
            "text/javascript",
            "application/javascript",
            "application/x-shockwave-flash",
            "multipart/related");

    /** What browsers take for a page where nobody tells them otherwise; the first part is as far as they look. */
    private static final Pattern MARKUP = Pattern.compile("<\\s*[!?/a-zA-Z]");

    private static final int SNIFFED = 1445;

    private final byte[] bytes;
    private final String type;

    Beginning(byte[] bytes) {
        this.bytes = bytes;
        this.type = TIKA.detect(bytes).replaceFirst(";.*", "");
    }

    /** The media type by Tika's table of marks. */
    String type() {
        return type;
    }

    /** Letters and line ends only, in whatever of the usual encodings; nothing below a space but white space. */
    boolean isText() {
        if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF)) {
            return true; // UTF-16, as spreadsheets export it
        }
        for (var octet : bytes) {
            if (octet >= 0 && octet < ' ' && "\t\n\f\r\u001a\u001b".indexOf(octet) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether some browser, left alone with these bytes, might run them. */
    boolean isActive() {
        var start = new String(bytes, 0, Math.min(bytes.length, SNIFFED), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .toLowerCase(Locale.ROOT);
        return RUN_BY_BROWSERS.contains(type)
                || MARKUP.matcher(start.strip()).lookingAt()
                || start.contains("<script")
                || start.contains("<svg")
                || start.contains("<html");
    }

    boolean isDisc() {
        return bytes.length > DISC_MARK + 5
                && DISCS.contains(new String(bytes, DISC_MARK, 5, StandardCharsets.ISO_8859_1));
    }

    boolean isProgram() {
        return startsWith('M', 'Z') && bytes.length >= 64;
    }

    /** A sheet older than the containers of Office 97, as some programs still write it (BIFF 2 to 4). */
    boolean isOldSheet() {
        return startsWith(0x09, 0x00, 0x04, 0x00)
                || startsWith(0x09, 0x02, 0x06, 0x00)
                || startsWith(0x09, 0x04, 0x06, 0x00);
    }

    private boolean startsWith(int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
