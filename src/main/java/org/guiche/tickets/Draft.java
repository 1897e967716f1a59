package org.guiche.tickets;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket being written, kept on the server so that another browser finds it.
 *
 * @param version counts how often it was kept; 0 before the first time
 * @param writer the window that kept it last
 * @param savedAt when something was last kept; null before the first time
 */
public record Draft(
        UUID id,
        int version,
        @Nullable UUID writer,
        DraftContent content,
        @Nullable Instant savedAt) {

    /** Whether another window has written it, or another draft, since that one was shown what it has. */
    public boolean isAheadOf(DraftWindow window) {
        return savedAt != null
                && !(id.equals(window.draft())
                        && (version == window.version() || window.id().equals(writer)));
    }
}
