package org.guiche.attachments;

import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.guiche.attachments.CountTable.Counted;

/**
 * What files take, as any node counted it last. Where counting is quick, a look counts anew what is older than five minutes, once for many looks at
 * once; where there are very many files, {@link StorageRounds} counts, and looks wait for nothing.
 */
@Singleton
public class LatestStorage {

    private static final Duration FRESH = Duration.ofMinutes(5);

    @Inject
    StorageCount counting;

    @Inject
    CountTable last;

    @Inject
    Clock clock;

    /** The last count, or a new one where that is old and quickly made. */
    public StorageReport report() {
        return last.last()
                .filter(counted -> !counted.isQuick() || isFresh(counted.report()))
                .map(Counted::report)
                .orElseGet(this::counted);
    }

    private StorageReport counted() {
        var counted = counting.timed();
        last.keep(counted, counted.due());
        return counted.report();
    }

    private boolean isFresh(StorageReport report) {
        var age = Duration.between(report.countedAt(), clock.instant());
        return !age.isNegative() && age.compareTo(FRESH) < 0;
    }

    /** What there is has changed: it is counted again, at once where that is quick, else within a minute. */
    public void soon() {
        if (last.last().filter(Counted::isQuick).isPresent()) {
            again();
        } else {
            last.soon(Instant.EPOCH);
        }
    }

    /** The next look counts, however long that takes. */
    public void again() {
        last.forget();
    }
}
