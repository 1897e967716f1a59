package org.guiche.attachments;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first so many of some bytes. */
final class Bounded extends FilterInputStream {

    private long left;

    Bounded(InputStream bytes, long most) {
        super(bytes);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = left == 0 ? -1 : super.read(buffer, offset, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        return 0; // by reading, which counts
    }
}
