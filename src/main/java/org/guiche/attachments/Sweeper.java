package org.guiche.attachments;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;
import org.guiche.attachments.FileTable.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Takes away what nobody came back for: uploads that nothing used for a day, used files that nothing uses any more, large ones that nobody went on with, contents that no file is of, infected bytes that were
 * kept for long enough, bytes that no row speaks of, pieces of what never arrived whole. One node at a time does it; that is for economy, not for safety.
 */
@Singleton
public class Sweeper {

    static final Duration PATIENCE = Duration.ofHours(24);

    /** How long a used file stays that nobody names as theirs. */
    static final Duration GRACE = Duration.ofDays(30);

    private static final int ROUNDS = 200;
    private static final Logger LOG = Logger.getLogger(Sweeper.class.getName());
    private static final int AT_ONCE = 500;

    @Inject
    ContentTable contents;

    @Inject
    UnusedUploads unused;

    @Inject
    Keeping keeping;

    @Inject
    Bringing bringing;

    @Inject
    Leftovers leftovers;

    @Inject
    UnownedFiles unowned;

    @Inject
    UploadSteps steps;

    @Inject
    Completion completion;

    @Inject
    Clock clock;

    /** Every hour: the rows, and the bytes that go with them. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    public void sweepFiles() {
        if (!contents.tryLock("sweep")) {
            return;
        }
        var before = clock.instant().minus(PATIENCE);
        for (@Nullable Waiting place = Waiting.FIRST; place != null; ) {
            place = unused.forget(before, place);
        }
        var gone = 0;
        for (var swept = AT_ONCE; swept == AT_ONCE; gone += swept) {
            swept = (int)
                    keeping.withoutFile(AT_ONCE).stream().filter(this::forget).count();
        }
        bringing.forgetPast();
        keeping.pastQuarantine(AT_ONCE).forEach(keeping::destroy);
        LOG.fine("swept " + gone + " contents and " + sweepUploads() + " uploads");
    }

    /** Those that nobody went on with, and those that are files for a day: these keep their bytes under another name. */
    private int sweepUploads() {
        var gone = 0;
        for (var some = steps.expired(AT_ONCE); !some.isEmpty(); some = steps.expired(AT_ONCE)) {
            some.forEach(completion::discard);
            gone += some.size();
        }
        return gone;
    }

    private boolean forget(String sha256) {
        return keeping.forget(sha256) && keeping.remove(sha256);
    }

    /** Every night: of some hundred thousand used files whether something still uses them; what nothing has used for long goes. */
    @Schedule(hour = "4", minute = "13", persistent = false)
    public void sweepUnowned() {
        if (!contents.tryLock("sweep")) {
            return;
        }
        var now = clock.instant();
        var more = true;
        for (var round = 0; more && round < ROUNDS; round++) {
            more = unowned.ask(now.minus(PATIENCE));
        }
        for (var some = 1; some > 0; ) {
            some = unowned.forget(now.minus(GRACE));
        }
    }

    /** Every night: what a crash may have left in the folder. */
    @Schedule(hour = "3", minute = "43", persistent = false)
    public void sweepFolder() {
        if (contents.tryLock("sweep")) {
            leftovers.removeOlderThan(PATIENCE);
        }
    }
}
