package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * Rows and bytes together, each method one transaction: no row without bytes, ever, and no bytes without a row for long.
 * Coming in, the bytes are on disk before the row commits; going out, the row is gone before the bytes are. Who brings a
 * content shares its lock until the row is there, who takes one away holds it alone: neither sees the other half done, on
 * whatever node. Whatever is cut off in between leaves bytes without a row, which the next sweep finds.
 */
@ApplicationScoped
class Keeping {

    private static final int MEGABYTE = 1024 * 1024;

    @Inject
    FileTable files;

    @Inject
    ContentTable contents;

    @Inject
    Store store;

    @Inject
    Scanner scanner;

    @Inject
    PictureTable pictures;

    private final AttachmentsSettings settings = AttachmentsSettings.read();

    /** Keeps a file that has arrived, nobody's without an owner. Refuses it where its owner has too much that nothing uses. */
    @Transactional
    public void keep(StoredFile file, Store.Arrived arrived, @Nullable Long ownerId) {
        contents.lock("owner " + ownerId);
        checkRoom(ownerId, file.size());
        contents.share(file.sha256());
        store.keep(arrived);
        contents.add(
                file.sha256(),
                file.size(),
                scanner.isThere(),
                scanner.settings().quarantine());
        files.add(file, ownerId, null);
    }

    /** Refuses one more file of that many bytes where its owner has too much that nothing uses. */
    public void checkRoom(@Nullable Long ownerId, long size) {
        var unused = files.unusedOf(ownerId);
        if (unused.files() >= settings.unusedFiles()) {
            throw RuleViolation.of(SentFile.PART, "attachments.quota.files", unused.files());
        }
        if (unused.bytes() + size > settings.unusedBytes()) {
            throw RuleViolation.of(
                    SentFile.PART, "attachments.quota.bytes", unused.bytes() / MEGABYTE, settings.unusedMegabytes());
        }
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
        if (!contents.tryLock(sha256) || !contents.markRemoved(sha256)) {
            return false;
        }
        pictures.forget(sha256);
        store.remove(sha256);
        return true;
    }

    /** Removes bytes that no row speaks of, unless somebody is just bringing them again. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean remove(String sha256) {
        if (!contents.tryLock(sha256) || !contents.known(List.of(sha256)).isEmpty()) {
            return false;
        }
        store.remove(sha256);
        return true;
    }
}
