package org.guiche.partners;

import java.util.List;
import org.guiche.shared.Email;
import org.jspecify.annotations.Nullable;

/**
 * Something about a partner's access that goes to an address. What a stranger typed is in none of them (SECURITY 18); an agency is named
 * to those who asked for it or belong to it.
 *
 * @param words what fills the places of its sentence behind the link: the agency, then a date or a reason
 * @param secret of the link that goes with it, shown only there
 */
public record PartnerMail(
        Kind kind, Email to, List<String> words, @Nullable String secret) {

    public PartnerMail {
        words = List.copyOf(words);
    }

    /** What it says. */
    public enum Kind {
        /** Confirm that the address is yours. */
        CONFIRM,
        /** To administrators: somebody asks. */
        REQUESTED,
        APPROVED,
        REFUSED,
        /** You open tickets for that agency from now on, or from the first day of its contract on. */
        GRANTED,
        /** The same, and choose a password first. */
        INVITED,
        SUSPENDED,
        RESUMED,
        REVOKED,
        RENEWED,
        EXPIRING,
        EXPIRED,
        /** To administrators: the same. */
        PARTNER_EXPIRING,
        PARTNER_EXPIRED
    }
}
