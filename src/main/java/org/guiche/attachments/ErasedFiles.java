package org.guiche.attachments;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Files of somebody who is made nobody, and that are about to go. Whoever has to keep some of them, such as a signed contract, spares
 * these while observing; they stay under the number of whoever sent them.
 */
public final class ErasedFiles {

    private final Set<UUID> ids;

    ErasedFiles(Collection<UUID> ids) {
        this.ids = new LinkedHashSet<>(ids);
    }

    /** Those that nobody has spared so far. */
    public Set<UUID> ids() {
        return Set.copyOf(ids);
    }

    /** Lets these stay. */
    public void spare(Collection<UUID> needed) {
        ids.removeAll(needed);
    }
}
