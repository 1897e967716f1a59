package org.guiche.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to somebody who asks for a file and may have it: a status, headers, and where there are any the bytes, which
 * stream.
 *
 * @param bytes from the first one to send on; null where none are
 * @param length how many of them
 */
public record Delivery(
        int status, Map<String, String> headers, @Nullable InputStream bytes, long length) {

    private static final Logger LOG = Logger.getLogger(Delivery.class.getName());
    private static final int BUFFER = 16 * 1024;

    static Delivery without(int status, Map<String, String> headers) {
        return new Delivery(status, headers, null, 0);
    }

    /** Sends the bytes, once, and closes where they come from. Somebody who leaves in the middle is nobody's fault; a file that cannot be read is ours. */
    public void writeTo(OutputStream out) throws IOException {
        if (bytes == null) {
            return;
        }
        try (var open = bytes) {
            var buffer = new byte[BUFFER];
            for (var left = length; left > 0; ) {
                var read = open.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("the bytes end " + left + " too early");
                }
                if (!sent(buffer, read, out)) {
                    return;
                }
                left -= read;
            }
        }
    }

    private static boolean sent(byte[] buffer, int length, OutputStream out) {
        try {
            out.write(buffer, 0, length);
            return true;
        } catch (IOException e) {
            LOG.log(Level.FINE, "the reader left", e);
            return false;
        }
    }
}
