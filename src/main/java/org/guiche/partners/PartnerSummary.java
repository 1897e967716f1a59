package org.guiche.partners;

import java.time.LocalDate;
import org.guiche.shared.Cnpj;
import org.jspecify.annotations.Nullable;

/**
 * A partner in a list.
 *
 * @param clients how many companies it opens tickets for
 * @param until the last day on which a contract of its is in force, or was; null where none ever was
 */
public record PartnerSummary(
        long id,
        int version,
        String name,
        @Nullable String legalName,
        @Nullable Cnpj cnpj,
        boolean active,
        int clients,
        Standing standing,
        @Nullable LocalDate until) {

    /** How it stands with a partner. */
    public enum Standing {
        IN_FORCE,
        /** In force, and over in thirty days or less without a renewal. */
        EXPIRING,
        /** Approved, and begins later. */
        FUTURE,
        /** A request waits for a decision, and nothing is in force. */
        REQUESTED,
        EXPIRED,
        SUSPENDED,
        REVOKED,
        REFUSED,
        /** An administrator switched it off. */
        INACTIVE,
        /** No contract at all. */
        NONE
    }

    /** Whether its general user may do nothing because it ended or was stopped. */
    public boolean isBlocked() {
        return switch (standing) {
            case EXPIRED, SUSPENDED, REVOKED, INACTIVE -> true;
            default -> false;
        };
    }
}
