package org.guiche.attachments;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Files that something used once, and of which it is asked whether something still does. Whoever uses files says which of these while observing;
 * those that nobody names go after {@link Sweeper#GRACE}. A module that uses files and does not observe this loses them.
 */
public final class UsedFiles {

    private final Set<UUID> ids;
    private final Set<UUID> owned = new LinkedHashSet<>();

    UsedFiles(Collection<UUID> ids) {
        this.ids = new LinkedHashSet<>(ids);
    }

    /** Those that are asked for. */
    public Set<UUID> ids() {
        return Set.copyOf(ids);
    }

    /** These are used still. */
    public void own(Collection<UUID> some) {
        owned.addAll(some);
    }

    /** What somebody named. */
    Set<UUID> owned() {
        return Set.copyOf(owned);
    }

    /** What nobody did. */
    Set<UUID> unowned() {
        var none = new LinkedHashSet<>(ids);
        none.removeAll(owned);
        return none;
    }
}
