package org.guiche.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Keeps what is written as long as it is not too much. */
final class BoundedBytes extends OutputStream {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int most;

    private BoundedBytes(int most) {
        this.most = most;
    }

    private static final class Full extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** The whole file; null where it has more bytes than that. */
    static byte @Nullable [] of(Export export, int most) throws IOException {
        try (var bytes = new BoundedBytes(most)) {
            export.writeTo(bytes);
            return bytes.kept.toByteArray();
        } catch (Full full) {
            return null;
        }
    }

    @Override
    public void write(int one) throws IOException {
        room(1);
        kept.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        room(length);
        kept.write(bytes, from, length);
    }

    private void room(int more) throws IOException {
        if (kept.size() > most - more) {
            throw new Full();
        }
    }
}
