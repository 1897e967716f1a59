package org.guiche.attachments;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** The bytes of an object as they are asked for. Where the line breaks, or was cut because the reader is slow, another one goes on from there. */
final class S3Reading extends InputStream {

    private static final int TRIES = 3;

    private final S3Objects objects;
    private final String name;
    private @Nullable ResponseInputStream<GetObjectResponse> line;
    private @Nullable String tag;
    private long position;
    private int failed;
    private boolean ended;

    S3Reading(S3Objects objects, String name, long from) throws IOException {
        this.objects = objects;
        this.name = name;
        this.position = from;
        open();
    }

    private void open() throws IOException {
        try {
            var opened = objects.line(name, position, tag);
            tag = opened.response().eTag();
            line = opened;
        } catch (S3Objects.EndOfObject e) {
            ended = true;
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (!ended) {
            try {
                return counted(length == 0 ? 0 : next(buffer, offset, length));
            } catch (IOException e) {
                drop();
                if (++failed == TRIES) {
                    throw e;
                }
            }
        }
        return -1;
    }

    private int next(byte[] buffer, int offset, int length) throws IOException {
        if (line == null) {
            reopen();
        }
        return line == null ? -1 : line.read(buffer, offset, length);
    }

    private void reopen() throws IOException {
        try {
            open();
        } catch (StoreFailure e) {
            throw new IOException(e);
        }
    }

    private int counted(int read) {
        ended = read < 0;
        position += Math.max(0, read);
        failed = read > 0 ? 0 : failed;
        return read;
    }

    private void drop() {
        if (line != null) {
            line.abort(); // whoever leaves early does not wait for the rest
            line = null;
        }
    }

    @Override
    public void close() throws IOException {
        if (ended && line != null) {
            line.close();
            line = null;
        }
        drop();
    }
}
