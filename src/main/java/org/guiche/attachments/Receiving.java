package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import org.guiche.attachments.Receipt.Outcome;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.TooMany;
import org.jspecify.annotations.Nullable;

/** One piece of a large file, from the line into the store: durable there first, counted in the database then, told last. */
@ApplicationScoped
class Receiving {

    /** So many at once on a node; each keeps a thread, and there are others who need one. */
    private static final int MOST = 240;

    /** A long piece counts after so many bytes, and then again: a kill costs no more than that, though many programs send all in one. */
    static final long COUNTED = 64L * 1024 * 1024;

    private static final Duration LATER = Duration.ofSeconds(2);

    private final Semaphore places = new Semaphore(MOST);

    @Inject
    Store store;

    @Inject
    UploadSteps steps;

    @Inject
    RunningHashes hashes;

    @Inject
    Completion completion;

    @Inject
    Clock clock;

    /** Takes a piece of that upload, if it is the one that comes next and nobody else brings it just now. */
    public Receipt receive(Upload upload, Chunk chunk, InputStream body) throws IOException {
        if (chunk.length() > upload.size() - upload.received()) {
            throw tooLong(upload);
        }
        if (!places.tryAcquire()) {
            throw new TooMany("attachments.upload.crowded", LATER);
        }
        try {
            var receipt = inTurn(upload, chunk, body);
            for (var before = upload; goesOn(before, chunk, receipt); ) {
                before = receipt.upload();
                receipt = inTurn(before, chunk, body);
            }
            return receipt;
        } finally {
            places.release();
        }
    }

    private static boolean goesOn(Upload before, Chunk chunk, Receipt receipt) {
        var now = receipt.upload();
        return receipt.outcome() == Outcome.TAKEN
                && !now.isComplete()
                && now.received() - chunk.offset() != chunk.length()
                && now.received() - before.received() == most(before, chunk);
    }

    /** What hashes to something counts whole or not at all. */
    private static long most(Upload upload, Chunk chunk) {
        var left = upload.size() - upload.received();
        return chunk.checksum() == null ? Math.min(left, COUNTED) : left;
    }

    private Receipt inTurn(Upload upload, Chunk chunk, InputStream body) throws IOException {
        var turn = new Turn(upload, steps);
        if (!steps.take(upload, turn.receiver())) {
            return new Receipt(Outcome.BUSY, upload);
        }
        try {
            return taken(upload, chunk, body, turn);
        } finally {
            if (!turn.isOver()) {
                steps.leave(upload.id(), turn.receiver());
            }
        }
    }

    private Receipt taken(Upload upload, Chunk chunk, InputStream body, Turn turn) throws IOException {
        var checksum = chunk.checksum();
        var whole = hashes.of(upload);
        var digest = checksum == null ? null : checksum.begun();
        try (var hashing = new Behind(0, bytes -> hash(bytes, whole, digest))) {
            var bytes = new PieceStream(body, upload, most(upload, chunk), turn, hashing);
            var piece = store.take(upload.growing(), steps.pieces(upload), bytes);
            if (piece == null) {
                return new Receipt(Outcome.BUSY, upload);
            }
            if (bytes.isTooLong()) {
                throw tooLong(upload);
            }
            hashing.finish();
            if (checksum != null && digest != null && (bytes.isCutOff(chunk.length()) || !checksum.isOf(digest))) {
                return new Receipt(Outcome.DAMAGED, upload);
            }
            checkBeginning(upload, bytes.beginning());
            return piece.size() == 0 ? new Receipt(Outcome.TAKEN, upload) : counted(upload, piece, whole, turn);
        }
    }

    private static void hash(ByteBuffer bytes, @Nullable MessageDigest... digests) {
        for (var digest : digests) {
            if (digest != null) {
                digest.update(bytes.duplicate());
            }
        }
    }

    private Receipt counted(Upload upload, Store.Piece piece, @Nullable MessageDigest whole, Turn turn)
            throws IOException {
        var grown = upload.grownBy(piece, clock.instant().plus(LargeUploads.PATIENCE));
        if (grown.isComplete()) {
            completion.complete(
                    grown, piece, whole == null ? null : HexFormat.of().formatHex(whole.digest()), turn);
        } else {
            steps.advance(grown, piece, turn.receiver());
            hashes.remember(grown, whole);
        }
        turn.end();
        return new Receipt(Outcome.TAKEN, grown);
    }

    /** Nobody sends two gigabytes to hear then that it is none of what the name says. */
    private void checkBeginning(Upload upload, @Nullable Beginning beginning) {
        if (beginning != null) {
            completion.refusing(upload, () -> {
                Content.checkBeginning(new FileName(upload.name()), beginning);
                return upload;
            });
        }
    }

    private static RuleViolation tooLong(Upload upload) {
        return RuleViolation.of(SentFile.PART, "attachments.upload.longer", upload.name());
    }
}
