package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import org.guiche.attachments.FileTable.Waiting;
import org.jspecify.annotations.Nullable;

/** Uploads that nobody came back for. */
@ApplicationScoped
class UnusedUploads {

    private static final int AT_ONCE = 500;

    @Inject
    FileTable files;

    @Inject
    Event<UnusedFiles> leaving;

    /**
     * Forgets some of those that have waited since before then, except what an observer spares.
     *
     * @return where to go on; null when these were the last
     */
    @Transactional(TxType.REQUIRES_NEW)
    public @Nullable Waiting forget(Instant before, Waiting after) {
        var old = files.unusedSince(before, after, AT_ONCE);
        if (old.isEmpty()) {
            return null;
        }
        var going = new UnusedFiles(old.stream().map(Waiting::id).toList());
        leaving.fire(going);
        files.forget(going.ids());
        return old.size() < AT_ONCE ? null : old.get(old.size() - 1);
    }
}
