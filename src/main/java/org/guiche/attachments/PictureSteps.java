package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Optional;
import org.guiche.attachments.PictureTable.Due;
import org.jspecify.annotations.Nullable;

/** The steps of making a picture small, a transaction each: none is open while it is drawn. */
@ApplicationScoped
class PictureSteps {

    private static final Duration LEASE = Duration.ofMinutes(1);

    @Inject
    PictureTable table;

    @Inject
    Event<FilesChanged> changed;

    /** The next one. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Due> take() {
        return table.take(LEASE);
    }

    /** Writes down what came of it, and tells whoever shows it. */
    @Transactional(TxType.REQUIRES_NEW)
    public void made(String sha256, @Nullable Thumb thumb, boolean located) {
        table.made(sha256, thumb, located);
        if (thumb != null || located) {
            tell(sha256);
        }
    }

    /** Tells whoever shows files of that content to look again; within the caller's transaction. */
    void tell(String sha256) {
        var files = table.used(sha256);
        if (!files.isEmpty()) {
            changed.fire(new FilesChanged(files));
        }
    }
}
