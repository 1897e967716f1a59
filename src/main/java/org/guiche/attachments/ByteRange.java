package org.guiche.attachments;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The piece of a file that a reader asks for (RFC 9110, section 14). Several pieces at once are answered with the whole.
 *
 * @param partial whether a piece was asked for, be it all there is: players ask so, and take no other answer for one that can be wound
 */
record ByteRange(long from, long length, boolean partial) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** What is asked for, of that many bytes: the whole where it is not said, or not understood; empty where there is no such piece. */
    static ByteRange of(@Nullable String header, long size) {
        var asked = ONE.matcher(header == null ? "" : header.strip());
        if (!asked.matches() || header == null || header.strip().equals("bytes=-")) {
            return new ByteRange(0, size, false);
        }
        if (asked.group(1).isEmpty()) {
            var last = Math.min(size, Long.parseLong(asked.group(2)));
            return new ByteRange(size - last, last, true);
        }
        var from = Long.parseLong(asked.group(1));
        var to = asked.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(asked.group(2)));
        if (!asked.group(2).isEmpty() && Long.parseLong(asked.group(2)) < from) {
            return new ByteRange(0, size, false);
        }
        return new ByteRange(from, Math.max(0, to - from + 1), true);
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** As {@code Content-Range} has it. */
    String label(long size) {
        return isEmpty() ? "bytes */" + size : "bytes " + from + '-' + (from + length - 1) + '/' + size;
    }
}
