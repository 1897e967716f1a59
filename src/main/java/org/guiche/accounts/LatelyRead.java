package org.guiche.accounts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What this node has put in line to be written already, so that a page that looks every few seconds writes once an hour whom it shows.
 * It is bounded: what it has forgotten is written again, and the table knows.
 */
final class LatelyRead {

    private final Map<Key, Boolean> known;

    private record Key(long reader, long subject, AccessKind kind, Instant hour) {}

    LatelyRead(int most) {
        known = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
                return size() > most;
            }
        };
    }

    /** Whether nobody has said so of that hour; from now on somebody has. */
    synchronized boolean isNew(Access access) {
        return known.put(key(access), true) == null;
    }

    /** It could not be put in line after all. */
    synchronized void forget(Access access) {
        known.remove(key(access));
    }

    private static Key key(Access access) {
        return new Key(
                access.readerId(),
                access.subjectId(),
                access.kind(),
                access.at().truncatedTo(ChronoUnit.HOURS));
    }
}
