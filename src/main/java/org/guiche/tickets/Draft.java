package org.guiche.tickets;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket being written, kept on the server so that another browser finds it.
 *
 * @param savedAt when something was last kept; null before the first time
 */
public record Draft(UUID id, DraftContent content, @Nullable Instant savedAt) {}
