package org.guiche.shared;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The letters of a file as spreadsheets save it: UTF-8 with or without a mark, else Windows-1252. Where bytes are neither, it refuses with
 * the line: guessing would turn names into others.
 *
 * @param charset {@code UTF-8} or {@code windows-1252}
 */
public record CsvText(String text, String charset) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n]]");
    private static final char UNKNOWN = '\uFFFD';

    /**
     * Reads the bytes.
     *
     * @throws RuleViolation for UTF-16, for bytes that are no letters, for control characters, each with the line
     */
    public static CsvText of(byte[] bytes) {
        if (bytes.length > 1 && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1))) {
            throw new RuleViolation("shared.csv.utf16");
        }
        var marked = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        var from = marked ? 3 : 0;
        var wrong = wrongByte(bytes, from, StandardCharsets.UTF_8);
        if (wrong < 0) {
            return written(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8), "UTF-8");
        }
        if (marked || holdsUtf8(bytes)) {
            throw new RuleViolation("shared.csv.bytes", line(bytes, wrong));
        }
        var stranger = wrongByte(bytes, 0, WINDOWS);
        if (stranger >= 0) {
            throw new RuleViolation("shared.csv.bytes", line(bytes, stranger));
        }
        return written(new String(bytes, WINDOWS), WINDOWS.name());
    }

    private static CsvText written(String text, String charset) {
        var control = CONTROL.matcher(text);
        if (control.find()) {
            throw new RuleViolation("shared.csv.control", lines(text.substring(0, control.start())) + 1);
        }
        return new CsvText(text, charset);
    }

    /** Where the first byte stands that is none of that charset; -1 where all are. */
    private static int wrongByte(byte[] bytes, int from, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        var out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        return result.isError() ? in.position() : -1;
    }

    /** Whether letters of several bytes are in it beside the wrong ones: then it is a broken UTF-8 and no older file. */
    private static boolean holdsUtf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .chars()
                .anyMatch(letter -> letter > Byte.MAX_VALUE && letter != UNKNOWN);
    }

    private static int line(byte[] bytes, int at) {
        return lines(new String(bytes, 0, at, StandardCharsets.ISO_8859_1)) + 1;
    }

    /** How many lines end in it. */
    static int lines(String text) {
        var count = 0;
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '\n' || (letter == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                count++;
            }
        }
        return count;
    }
}
