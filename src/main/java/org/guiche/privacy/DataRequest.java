package org.guiche.privacy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked about a person's data.
 *
 * @param note what was written with it
 * @param askedBy the person, or whoever of the staff asked for it
 * @param dueOn the last day that the law leaves
 * @param reason of the decision
 * @param waitsUntil the day on which it will be done, where it waits for a day
 * @param waitsFor the key of what it waits for
 * @param copy the file to be downloaded, while there is one
 */
public record DataRequest(
        long id,
        long personId,
        RequestKind kind,
        RequestState state,
        String note,
        Instant askedAt,
        long askedBy,
        LocalDate dueOn,
        @Nullable Long decidedBy,
        @Nullable Instant decidedAt,
        String reason,
        @Nullable LocalDate waitsUntil,
        @Nullable String waitsFor,
        @Nullable Instant doneAt,
        @Nullable Copy copy) {

    /** A copy that is ready, and until when. */
    public record Copy(String file, long size, Instant expiresAt) {}

    /** Whether the person asked for it. */
    public boolean isOwn() {
        return askedBy == personId;
    }
}
