package org.guiche.attachments;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Uploads that nothing has used for a day and that are about to go. Whoever still means to use some of them, such as a draft,
 * spares these while observing, within the sweeper's transaction.
 */
public final class UnusedFiles {

    private final Set<UUID> ids;

    UnusedFiles(Collection<UUID> ids) {
        this.ids = new LinkedHashSet<>(ids);
    }

    /** Those that nobody has spared so far. */
    public Set<UUID> ids() {
        return Set.copyOf(ids);
    }

    /** Lets these stay for another round. */
    public void spare(Collection<UUID> needed) {
        ids.removeAll(needed);
    }
}
