package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What a crash may leave in the store: pieces that never arrived whole, and bytes that no row speaks of. */
@ApplicationScoped
class Leftovers {

    @Inject
    Store store;

    @Inject
    ContentTable contents;

    @Inject
    UploadTable uploads;

    @Inject
    Keeping keeping;

    /** Removes what has lain there for that long; says how many. What is newer may be on its way. */
    public int removeOlderThan(Duration patience) {
        var before = store.now().minus(patience);
        var removed = new AtomicInteger(store.removePieces(before) + removeUploads(before));
        store.contents(before, some -> removed.addAndGet(removeContents(some)));
        return removed.get();
    }

    private int removeUploads(Instant before) {
        var unkept = store.unkept(before);
        uploads.known(unkept.keySet()).forEach(unkept::remove);
        unkept.values().forEach(store::forget);
        return unkept.size();
    }

    private int removeContents(List<String> names) {
        var unknown = new ArrayList<>(names);
        unknown.removeAll(contents.known(names));
        return (int) unknown.stream().filter(keeping::remove).count();
    }
}
