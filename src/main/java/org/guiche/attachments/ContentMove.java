package org.guiche.attachments;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.logging.Logger;
import org.guiche.attachments.MoveRows.Row;

/** Copies contents one by one and proves each: what lies under a hash at the new place has been read there and has that hash. */
final class ContentMove {

    private static final Logger LOG = Logger.getLogger(ContentMove.class.getName());
    private static final long NO_LIMIT = 1L << 50;
    private static final int BUFFER = 64 * 1024;

    private final Store from;
    private final Store to;
    private final boolean quick;
    private final MoveCount count;

    /**
     * Makes ready.
     *
     * @param quick whether a content of the right length at the new place is believed without being read
     */
    ContentMove(Store from, Store to, boolean quick, MoveCount count) {
        this.from = from;
        this.to = to;
        this.quick = quick;
        this.count = count;
    }

    long sizeAtSource(String sha256) {
        return from.size(sha256).orElse(-1);
    }

    /** Whether it is there now, and right. */
    boolean move(Row row) throws IOException {
        if (isThere(row)) {
            count.add("there");
            count.add("bytes", row.size());
            return true;
        }
        if (from.size(row.sha256()).isEmpty()) {
            return failed("missing", row);
        }
        if (!copy(row)) {
            return failed("wrong", row);
        }
        count.add("copied");
        return true;
    }

    private boolean isThere(Row row) throws IOException {
        var size = to.size(row.sha256());
        return size.equals(OptionalLong.of(row.size())) && (quick || isProved(row.sha256()));
    }

    private boolean isProved(String sha256) throws IOException {
        try (var bytes = to.open(sha256, 0)) {
            return hash(bytes).equals(sha256);
        }
    }

    private boolean copy(Row row) throws IOException {
        Store.Arrived arrived;
        try (var bytes = new Counted(from.open(row.sha256(), 0), count)) {
            arrived = to.receive(bytes, NO_LIMIT);
        }
        if (arrived == null) {
            return false;
        }
        try {
            if (!arrived.sha256().equals(row.sha256())) {
                return false;
            }
            to.remove(row.sha256()); // what was wrong there
            to.keep(arrived);
            return isProved(row.sha256());
        } finally {
            to.forget(arrived.key());
        }
    }

    /** Says how far it is while it is read. */
    private static final class Counted extends FilterInputStream {

        private final MoveCount count;

        Counted(InputStream bytes, MoveCount count) {
            super(bytes);
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count.add("bytes", read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            count.add("bytes", Math.max(0, read));
            return read;
        }
    }

    private boolean failed(String how, Row row) {
        LOG.severe(() -> how + ": " + row.sha256());
        count.add(how);
        return false;
    }

    static String hash(InputStream bytes) throws IOException {
        var digest = Sha256.begun();
        var buffer = new byte[BUFFER];
        for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
