package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows and bytes together: no row without bytes, ever, and no bytes without a row for long. Coming in, the bytes are in the store before the row
 * commits; going out, the row is gone before the bytes are, each a transaction. Who brings a content says so until its row is there ({@link Bringing}),
 * who takes one away holds its lock alone and leaves what somebody brings: neither sees the other half done, on whatever node. Whatever is
 * cut off in between leaves bytes without a row, which the next sweep finds.
 */
@ApplicationScoped
class Keeping {

    @Inject
    KeptRows rows;

    @Inject
    Bringing bringing;

    @Inject
    ContentTable contents;

    @Inject
    Store store;

    @Inject
    PictureTable pictures;

    /** Keeps a file that has arrived, nobody's without an owner. Refuses it where its owner has too much that nothing uses. */
    public void keep(StoredFile file, Store.Arrived arrived, @Nullable Long ownerId) {
        bring(arrived, brought -> rows.add(file, ownerId, brought));
    }

    /**
     * Keeps the bytes, however long the store takes for that, while no transaction is open; then come the rows.
     *
     * @param adding adds them in a transaction that ends what it is given
     */
    public void bring(Store.Arrived arrived, Consumer<UUID> adding) {
        var brought = bringing.begin(arrived.sha256());
        try {
            store.keep(arrived);
            adding.accept(brought);
        } catch (RuntimeException e) {
            bringing.giveUp(brought);
            throw e;
        }
    }

    /** Refuses one more file of that many bytes where its owner has too much that nothing uses. */
    public void checkRoom(@Nullable Long ownerId, long size) {
        rows.checkRoom(ownerId, size);
    }

    /** Contents that no file is of any more. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<String> withoutFile(int limit) {
        return contents.withoutFile(limit);
    }

    /** Forgets a content unless somebody is just bringing it again, or has. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean forget(String sha256) {
        return contents.tryLock(sha256) && contents.removeUnused(sha256);
    }

    /** Infected contents that have been kept for long enough. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<String> pastQuarantine(int limit) {
        return contents.pastQuarantine(limit);
    }

    /** Removes the bytes of an infected content for good, unless somebody is just bringing them again; what was found stays known. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean destroy(String sha256) {
        if (!isMine(sha256) || !contents.markRemoved(sha256)) {
            return false;
        }
        pictures.forget(sha256);
        store.remove(sha256);
        return true;
    }

    /** Removes bytes that no row speaks of, unless somebody is just bringing them again. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean remove(String sha256) {
        if (!isMine(sha256) || !contents.known(List.of(sha256)).isEmpty()) {
            return false;
        }
        store.remove(sha256);
        return true;
    }

    private boolean isMine(String sha256) {
        return contents.tryLock(sha256) && !bringing.isBrought(sha256);
    }
}
