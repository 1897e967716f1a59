package org.guiche.attachments;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;

/** Counts what files take every hour, or more rarely where that takes long, on one node; nobody who looks waits for it. */
@Singleton
public class StorageRounds {

    @Inject
    StorageCount counting;

    @Inject
    CountTable last;

    @Inject
    ContentTable locks;

    @Inject
    Clock clock;

    /** Every minute, if it is due. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    public void count() {
        if (last.isDue(clock.instant()) && locks.tryLock("count")) {
            var counted = counting.timed();
            last.keep(counted, counted.due());
        }
    }
}
