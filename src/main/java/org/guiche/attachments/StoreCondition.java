package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Whether the store can be used, as it was found last. */
@ApplicationScoped
class StoreCondition {

    private static final Logger LOG = Logger.getLogger(StoreCondition.class.getName());

    @Inject
    Store store;

    private volatile @Nullable String problem;

    /** Asks it now; says so in the log where that is news. */
    public void look() {
        var before = problem;
        var now = found();
        if (!now.equals(before == null ? "" : before)) {
            LOG.warning(
                    now.isEmpty()
                            ? "the store of attachments can be used again"
                            : "the store of attachments cannot be used: " + now);
        }
        problem = now;
    }

    private String found() {
        try {
            store.check();
            return "";
        } catch (StoreFailure e) {
            return e.reason();
        }
    }

    /** {@code answers}, {@code away}, or {@code unknown} where nobody has asked yet. */
    public String word() {
        var found = problem;
        return found == null ? "unknown" : found.isEmpty() ? "answers" : "away";
    }
}
