package org.guiche.attachments;

import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The last count of this node: many looks at once count once, and none counts what was counted a moment ago. */
@Singleton
public class LatestStorage {

    private static final Duration FRESH = Duration.ofMinutes(5);

    @Inject
    StorageCount counting;

    @Inject
    Clock clock;

    private @Nullable StorageReport latest;

    /** The last one, or a new one where that is older than five minutes. */
    public StorageReport report() {
        var known = latest;
        if (known == null || !isFresh(known)) {
            known = counting.count();
            latest = known;
        }
        return known;
    }

    private boolean isFresh(StorageReport report) {
        var age = Duration.between(report.countedAt(), clock.instant());
        return !age.isNegative() && age.compareTo(FRESH) < 0;
    }

    /** The next look counts. */
    public void again() {
        latest = null;
    }
}
