package org.guiche.accounts;

import java.util.List;
import org.guiche.shared.Email;
import org.jspecify.annotations.Nullable;

/**
 * Something about an account that goes to an address, and nowhere else. What a stranger typed is not told to the address (SECURITY 18).
 *
 * @param secret of the link that goes with it, shown only there
 * @param facts what fills the sentence further: words of our own and figures, nothing that somebody typed
 */
public record AccountMail(Kind kind, Email to, @Nullable String secret, List<String> facts) {

    public AccountMail {
        facts = List.copyOf(facts);
    }

    /** With a link or none, and nothing further to say. */
    public AccountMail(Kind kind, Email to, @Nullable String secret) {
        this(kind, to, secret, List.of());
    }

    /** That something has happened: no link to anything but the installation itself. */
    static AccountMail notice(Kind kind, Email to, String... facts) {
        return new AccountMail(kind, to, null, List.of(facts));
    }

    /** What it says. */
    public enum Kind {
        /** Choose another password. */
        PASSWORD,
        /** Choose the first password: the tickets came before the account (S3-03). */
        FIRST_PASSWORD,
        /** Somebody keeps an account for you: choose a password. */
        INVITATION,
        /** Confirm that the address is yours. */
        SIGN_UP,
        /** Somebody signed up with an address that has an account. */
        KNOWN,
        /** Somebody signed up with a CPF that has an account under another address. */
        CPF_KNOWN,
        /** Somebody signed in where nobody of that account ever did: when, on what, from where. */
        NEW_DEVICE,
        /** The second factor was turned off. */
        FACTOR_OFF,
        /** An administrator took the second factor away. */
        FACTOR_RESET,
        /** Confirm that this is to be the address of your account. */
        EMAIL_NEW,
        /** Confirm that your account is to have another address than this. */
        EMAIL_OLD,
        /** Somebody wanted this address for another account than the one that has it. */
        EMAIL_KNOWN,
        /** Your account has another address than this from now on. */
        EMAIL_CHANGED
    }
}
