package org.guiche.accounts;

import org.jspecify.annotations.Nullable;

/**
 * What somebody who came through the provider has to do before it counts.
 *
 * @param name what the provider calls the person
 * @param email the address that the question is about; of an account's other address only the beginning
 * @param refusal why there is nothing to do, for {@link Kind#NONE} alone
 */
public record OidcQuestion(
        Kind kind, String name, String email, @Nullable OidcRefusal refusal) {

    /** What is asked. */
    public enum Kind {
        /** The password of the account that there is. */
        PASSWORD,
        /** To open a mail, sent to the address of the account that there is, which has no password. */
        MAIL,
        /** Only yes: the mail was opened. */
        CONFIRM,
        /** Which address, for a mail that proves it: the provider vouches for none. */
        ADDRESS,
        /** Whether an account is to be made. */
        CREATE,
        /** Nothing. */
        NONE
    }

    static OidcQuestion none(OidcRefusal why) {
        return new OidcQuestion(Kind.NONE, "", "", why);
    }
}
