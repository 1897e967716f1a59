package org.guiche.attachments;

import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.guiche.shared.JsonText;

/**
 * The beginning of a file as letters.
 *
 * @param cut whether the file goes on behind them
 */
record TextView(String text, boolean cut) {

    static final int MOST_BYTES = 256 * 1024;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /**
     * Reads it by the mark at its beginning; without one as UTF-8 where it is that, else as Windows writes.
     *
     * @param beginning at most {@link #MOST_BYTES}
     * @param size of the whole
     */
    static TextView of(byte[] beginning, long size) {
        return new TextView(letters(beginning), size > beginning.length);
    }

    private static String letters(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        var letters = CharBuffer.allocate(bytes.length);
        // a letter that the end cuts in two is no fault of the text
        var fault = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), letters, false);
        return fault.isError() ? new String(bytes, WINDOWS) : letters.flip().toString();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    JsonObject asText() {
        return JsonText.object().add("text", text).add("cut", cut).build();
    }
}
