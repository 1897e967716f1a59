package org.guiche.partners;

import java.time.LocalDate;

/** How it stands with a contract on a day: what was decided, and what its days make of it. */
public enum ContractState {
    REQUESTED,
    REFUSED,
    /** Approved, and begins later. */
    FUTURE,
    IN_FORCE,
    /** Approved once, and over since. */
    EXPIRED,
    SUSPENDED,
    REVOKED;

    static ContractState of(ContractStatus status, Span span, LocalDate today) {
        if (status != ContractStatus.APPROVED) {
            return valueOf(status.name());
        }
        if (today.isBefore(span.startsOn())) {
            return FUTURE;
        }
        return today.isAfter(span.endsOn()) ? EXPIRED : IN_FORCE;
    }
}
