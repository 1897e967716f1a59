package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;

/** Uploads that nobody came back for. */
@ApplicationScoped
class UnusedUploads {

    @Inject
    FileTable files;

    @Inject
    Clock clock;

    @Inject
    Event<UnusedFiles> leaving;

    /** Forgets the oldest of those that have waited that long, except what an observer spares; says how many. */
    @Transactional(TxType.REQUIRES_NEW)
    public int forget(Duration patience, int limit) {
        var old = files.unusedSince(clock.instant().minus(patience), limit);
        if (old.isEmpty()) {
            return 0;
        }
        var going = new UnusedFiles(old);
        leaving.fire(going);
        return files.forget(going.ids());
    }
}
