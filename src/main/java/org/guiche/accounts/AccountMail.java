package org.guiche.accounts;

import org.guiche.shared.Email;
import org.jspecify.annotations.Nullable;

/**
 * Something about an account that goes to an address, and nowhere else. What a stranger typed is not told to the address (SECURITY 18).
 *
 * @param secret of the link that goes with it, shown only there
 */
public record AccountMail(Kind kind, Email to, @Nullable String secret) {

    /** What it says. */
    public enum Kind {
        /** Choose another password. */
        PASSWORD,
        /** Choose the first password: the tickets came before the account (S3-03). */
        FIRST_PASSWORD,
        /** Confirm that the address is yours. */
        SIGN_UP,
        /** Somebody signed up with an address that has an account. */
        KNOWN,
        /** Somebody signed up with a CPF that has an account under another address. */
        CPF_KNOWN
    }
}
