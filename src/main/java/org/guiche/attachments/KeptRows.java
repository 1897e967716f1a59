package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** The rows of a file whose bytes are kept, in one transaction, if its owner has room for it. */
@ApplicationScoped
class KeptRows {

    private static final int MEGABYTE = 1024 * 1024;

    @Inject
    FileTable files;

    @Inject
    ContentTable contents;

    @Inject
    Bringing bringing;

    @Inject
    Scanner scanner;

    private final AttachmentsSettings settings = AttachmentsSettings.read();

    /** Adds them. Refuses where its owner has too much that nothing uses. */
    @Transactional
    public void add(StoredFile file, @Nullable Long ownerId, UUID brought) {
        contents.lock("owner " + ownerId);
        checkRoom(ownerId, file.size());
        bringing.end(brought, file.sha256());
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
}
