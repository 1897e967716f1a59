package org.guiche.units;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The units and sectors in memory, replaced as a whole when their tables changed; looked up at most once a second. */
@ApplicationScoped
class Picture {

    private static final long A_SECOND = 1_000_000_000L;

    @Inject
    UnitTables tables;

    private volatile UnitTables.@Nullable Content content;
    private volatile long lookedAt;
    private final Map<Long, RequestForm> forms = new ConcurrentHashMap<>();

    UnitTables.Content current() {
        var now = System.nanoTime();
        var seen = content;
        if (seen != null && now - lookedAt < A_SECOND) {
            return seen;
        }
        return lookAgain(now);
    }

    private synchronized UnitTables.Content lookAgain(long now) {
        var seen = content;
        var revision = tables.revision();
        if (seen == null || seen.revision() != revision) {
            seen = tables.read(revision);
            content = seen;
        }
        lookedAt = now;
        return seen;
    }

    RequestForm form(long id) {
        return forms.computeIfAbsent(id, tables::form);
    }
}
