package org.guiche.attachments;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of an object that is opened when the first of them is asked for. */
final class S3Late extends InputStream {

    private final S3Objects objects;
    private final String name;
    private @Nullable InputStream bytes;

    S3Late(S3Objects objects, String name) {
        this.objects = objects;
        this.name = name;
    }

    private InputStream bytes() throws IOException {
        var open = bytes;
        if (open == null) {
            open = objects.open(name, 0);
            bytes = open;
        }
        return open;
    }

    @Override
    public int read() throws IOException {
        return bytes().read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return bytes().read(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
        if (bytes != null) {
            bytes.close();
        }
    }
}
