package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * The last piece is durable: the file is looked at as a small one is, kept, and the upload complete, all or nothing. Cut off in
 * between, the last piece is asked for again.
 */
@ApplicationScoped
class Completion {

    private static final int BUFFER = 64 * 1024;

    @Inject
    Store store;

    @Inject
    Keeping keeping;

    @Inject
    UploadSteps steps;

    @Inject
    RunningHashes hashes;

    @Inject
    Clock clock;

    /**
     * Makes a file of it. Refuses what is not what its name says; then nothing of it stays.
     *
     * @param last the piece that is not counted yet
     * @param sha256 of all of it; null where it has to be read for that
     */
    public void complete(Upload grown, Store.Piece last, @Nullable String sha256, Turn turn) throws IOException {
        var pieces = new ArrayList<>(steps.pieces(grown));
        pieces.add(last);
        store.join(grown.growing(), pieces, turn::goOn);
        var arrived = arrived(grown, sha256 == null ? hashed(grown, turn) : sha256);
        var type = refusing(grown, () -> Content.typeOf(new FileName(grown.name()), arrived));
        var complete = grown.until(clock.instant().plus(Sweeper.PATIENCE));
        keeping.bring(arrived, brought -> steps.complete(complete, arrived, type, turn.receiver(), brought));
        hashes.forget(grown.id());
        store.forget(grown.key());
    }

    private Store.Arrived arrived(Upload grown, String sha256) throws IOException {
        try (var bytes = store.read(grown.key(), 0)) {
            var beginning = new Beginning(bytes.readNBytes(Beginning.LENGTH));
            return new Store.Arrived(store, grown.key(), grown.size(), sha256, beginning);
        }
    }

    private String hashed(Upload grown, Turn turn) throws IOException {
        var digest = Sha256.begun();
        try (var bytes = store.read(grown.key(), 0)) {
            var buffer = new byte[BUFFER];
            for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
                turn.goOn();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Does it; what is refused is no upload any more. */
    public <T> T refusing(Upload upload, StoreFailure.Work<T> look) {
        try {
            return StoreFailure.guard(look);
        } catch (RuleViolation refusal) {
            discard(upload);
            throw refusal;
        }
    }

    /** Lets go of an upload and its bytes; says whether it was there. */
    public boolean discard(Upload upload) {
        var there = steps.remove(upload.id());
        hashes.forget(upload.id());
        store.forget(upload.key());
        return there;
    }
}
