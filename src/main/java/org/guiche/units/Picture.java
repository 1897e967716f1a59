package org.guiche.units;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The units and sectors in memory, replaced as a whole when their tables changed: looked up at most once a second, by one
 * request at a time while the others go on with what there is.
 */
@ApplicationScoped
class Picture {

    private static final long A_SECOND = 1_000_000_000L;
    private static final long PATIENCE_MILLIS = 500;

    @Inject
    UnitTables tables;

    private final ReentrantLock looking = new ReentrantLock();
    private final Map<Long, RequestForm> forms = new ConcurrentHashMap<>();
    private volatile @Nullable Seen seen;

    /**
     * What was seen.
     *
     * @param at when the tables were looked at last
     * @param old known to be so: nobody goes on with it
     */
    private record Seen(UnitContent content, long at, boolean old) {

        private boolean isFresh(long now) {
            return !old && now - at < A_SECOND;
        }
    }

    UnitContent current() {
        var last = seen;
        if (last == null) {
            return lookFirst();
        }
        if (last.isFresh(System.nanoTime()) || !isMyTurn(last)) {
            return last.content();
        }
        try {
            return look();
        } finally {
            looking.unlock();
        }
    }

    /**
     * Where the picture is known to be old one waits for whoever looks, but not for long: who waits may hold the connection that the
     * other one needs.
     */
    private boolean isMyTurn(Seen last) {
        try {
            return last.old() ? looking.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) : looking.tryLock();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private UnitContent lookFirst() {
        looking.lock();
        try {
            return look();
        } finally {
            looking.unlock();
        }
    }

    private UnitContent look() {
        var now = System.nanoTime();
        var last = seen;
        if (last != null && last.isFresh(now)) {
            return last.content();
        }
        var content = last != null && last.content().revision() == tables.revision() ? last.content() : tables.read();
        seen = new Seen(content, now, false);
        return content;
    }

    /** Whoever changed something here sees it at once; other nodes within the second. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) UnitsChanged change) {
        looking.lock();
        try {
            var last = seen;
            seen = last == null ? null : new Seen(last.content(), last.at(), true);
        } finally {
            looking.unlock();
        }
    }

    RequestForm form(long id) {
        var known = current().form(id).orElseGet(() -> forms.get(id));
        if (known != null) {
            return known;
        }
        var form = tables.form(id);
        forms.put(id, form);
        return form;
    }
}
