package org.guiche.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody of the staff read a person's data.
 *
 * @param subjectId whose; 0 for those of many
 * @param ticketId of the first ticket that was read in that hour, where it was a ticket
 */
public record Access(
        long readerId,
        long subjectId,
        AccessKind kind,
        @Nullable Long ticketId,
        Instant at) {}
