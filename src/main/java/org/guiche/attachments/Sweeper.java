package org.guiche.attachments;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Logger;

/**
 * Takes away what nobody came back for: uploads that nothing used for a day, contents that no file is of, bytes that no row
 * speaks of, pieces of what never arrived whole. One node at a time does it; that is for economy, not for safety.
 */
@Singleton
public class Sweeper {

    static final Duration PATIENCE = Duration.ofHours(24);

    private static final Logger LOG = Logger.getLogger(Sweeper.class.getName());
    private static final int AT_ONCE = 500;

    @Inject
    ContentTable contents;

    @Inject
    UnusedUploads unused;

    @Inject
    Keeping keeping;

    @Inject
    Leftovers leftovers;

    /** Every hour: the rows, and the bytes that go with them. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    public void sweepFiles() {
        if (!contents.tryLock("sweep")) {
            return;
        }
        var files = unused.forget(PATIENCE, AT_ONCE);
        var gone = 0;
        for (var sha256 : keeping.withoutFile(AT_ONCE)) {
            gone += keeping.forget(sha256) && keeping.remove(sha256) ? 1 : 0;
        }
        LOG.fine("swept " + files + " files and " + gone + " contents");
    }

    /** Every night: what a crash may have left in the folder. */
    @Schedule(hour = "3", minute = "43", persistent = false)
    public void sweepFolder() {
        if (contents.tryLock("sweep")) {
            leftovers.removeOlderThan(PATIENCE);
        }
    }
}
