package org.guiche.attachments;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guiche.attachments.MoveRows.Unfinished;

/** Takes unfinished large uploads along as far as they came, so that nobody sends again what was acknowledged. */
final class UploadMove {

    private static final Logger LOG = Logger.getLogger(UploadMove.class.getName());

    private final Store from;
    private final Store to;
    private final MoveRows rows;
    private final MoveCount count;

    UploadMove(Store from, Store to, MoveRows rows, MoveCount count) {
        this.from = from;
        this.to = to;
        this.rows = rows;
        this.count = count;
    }

    void move() throws SQLException, IOException {
        for (var upload : rows.unfinished()) {
            if (upload.received() > 0 && isWhole(to, upload)) {
                count.add("there");
            } else if (isWhole(from, upload)) {
                move(upload);
            } else {
                LOG.severe(() -> "missing: what came of the upload " + upload.id());
                count.add("missing");
            }
        }
    }

    private static boolean isWhole(Store store, Unfinished upload) throws IOException {
        if (upload.received() == 0) {
            return true;
        }
        try (var bytes = received(store, upload)) {
            bytes.skipNBytes(upload.received());
            return true;
        } catch (NoSuchFileException | EOFException e) {
            LOG.log(Level.FINE, "not there", e);
            return false;
        }
    }

    private static InputStream received(Store store, Unfinished upload) throws IOException {
        return new Bounded(store.received(upload.growing(), upload.pieces()), upload.received());
    }

    private void move(Unfinished upload) throws IOException, SQLException {
        var key = to.begin(upload.id());
        var empty = new Unfinished(upload.id(), key, 0, List.of());
        if (upload.received() == 0) {
            rows.moved(empty);
            count.add("uploads");
            return;
        }
        try (var bytes = received(from, upload)) {
            var piece = to.take(empty.growing(), List.of(), bytes);
            var moved = piece == null ? empty : new Unfinished(upload.id(), key, piece.size(), List.of(piece));
            if (hash(to, moved).equals(hash(from, upload))) {
                rows.moved(moved);
                count.add("uploads");
            } else {
                LOG.severe(() -> "wrong: the upload " + upload.id());
                count.add("wrong");
            }
        }
    }

    private static String hash(Store store, Unfinished upload) throws IOException {
        try (var bytes = received(store, upload)) {
            return ContentMove.hash(bytes);
        }
    }
}
