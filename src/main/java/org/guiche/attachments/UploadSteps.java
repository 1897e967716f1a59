package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.guiche.shared.NotFound;

/**
 * The life of an upload, a transaction each: begun, received piece by piece, complete as a file, given up. None holds a connection
 * while bytes come. Whatever is told of has committed, and what has committed is durable in the store.
 */
@ApplicationScoped
class UploadSteps {

    @Inject
    UploadTable uploads;

    @Inject
    UploadTurns turns;

    @Inject
    LargeRoom room;

    @Inject
    ContentTable contents;

    @Inject
    FileTable files;

    @Inject
    Bringing bringing;

    @Inject
    Scanner scanner;

    /** Begins, if there is room for it. */
    @Transactional
    public void begin(Upload upload) {
        room.check(upload);
        uploads.add(upload);
    }

    /** Whether it is this one's turn to receive what comes after that. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean take(Upload upload, UUID receiver) {
        return turns.lease(upload, receiver);
    }

    /** Whether it still is. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean goOn(UUID upload, UUID receiver) {
        return turns.renew(upload, receiver);
    }

    /** It is somebody else's. */
    @Transactional(TxType.REQUIRES_NEW)
    public void leave(UUID upload, UUID receiver) {
        turns.release(upload, receiver);
    }

    /** A piece is durable: it counts. Refuses where the upload is gone, or somebody else's turn. */
    @Transactional(TxType.REQUIRES_NEW)
    public void advance(Upload grown, Store.Piece piece, UUID receiver) {
        if (!turns.advance(grown, receiver)) {
            throw new NotFound("attachments.not-found");
        }
        if (!piece.tag().isEmpty()) {
            uploads.addPiece(grown, piece);
        }
    }

    /** What the store was told of the pieces, in their order. */
    @Transactional
    public List<Store.Piece> pieces(Upload upload) {
        return uploads.pieces(upload.id());
    }

    /** All is here, kept and what it says: a file from now on, once per content as any other. */
    @Transactional(TxType.REQUIRES_NEW)
    public void complete(Upload grown, Store.Arrived arrived, String mediaType, UUID receiver, UUID brought) {
        bringing.end(brought, arrived.sha256());
        contents.add(
                arrived.sha256(),
                arrived.size(),
                scanner.isThere(),
                scanner.settings().quarantine());
        var file = new StoredFile(
                grown.id(),
                grown.name(),
                arrived.size(),
                arrived.sha256(),
                mediaType,
                Scan.NONE,
                Picture.UNKNOWN,
                null);
        files.add(file, grown.ownerId(), grown.pool());
        if (!turns.advance(grown, receiver)) {
            throw new NotFound("attachments.not-found");
        }
    }

    /** Gives it up; says whether it was there. The bytes are the caller's business. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean remove(UUID upload) {
        return uploads.remove(upload);
    }

    /** Those whose time is past. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<Upload> expired(int limit) {
        return uploads.expired(limit);
    }
}
