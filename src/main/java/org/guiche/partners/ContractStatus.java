package org.guiche.partners;

import java.util.Set;

/**
 * What was decided about a contract. This table is the only place that says which step may follow which; whether one that was approved is
 * future, in force or expired follows from its days ({@link ContractState}).
 */
public enum ContractStatus {
    REQUESTED,
    APPROVED,
    REFUSED,
    SUSPENDED,
    REVOKED;

    /** What may follow. */
    public Set<ContractStatus> next() {
        return switch (this) {
            case REQUESTED -> Set.of(APPROVED, REFUSED);
            case APPROVED -> Set.of(SUSPENDED, REVOKED);
            case SUSPENDED -> Set.of(APPROVED, REVOKED);
            case REFUSED, REVOKED -> Set.of();
        };
    }

    boolean canBecome(ContractStatus target) {
        return next().contains(target);
    }
}
