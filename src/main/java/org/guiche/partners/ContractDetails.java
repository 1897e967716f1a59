package org.guiche.partners;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contract as an administrator sees it.
 *
 * @param requestedBy who asked, if that was somebody signed in
 * @param decidedBy who took the latest step
 * @param reason of a refusal, a suspension or a revocation
 * @param renews the contract that it continues
 */
public record ContractDetails(
        long id,
        int version,
        long partnerId,
        ContractStatus status,
        ContractState state,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Instant requestedAt,
        @Nullable Long requestedBy,
        @Nullable Instant decidedAt,
        @Nullable Long decidedBy,
        @Nullable String reason,
        @Nullable Long renews) {}
