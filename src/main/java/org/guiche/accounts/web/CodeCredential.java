package org.guiche.accounts.web;

import org.guiche.accounts.SignInResult.CodeNeeded;
import org.guiche.accounts.Visit;

/** A code, after the password was right. */
final class CodeCredential extends EntryCredential {

    private final CodeNeeded needed;
    private final String code;
    private final boolean isRemembered;

    CodeCredential(CodeNeeded needed, String code, boolean isRemembered, Visit visit) {
        super(visit);
        this.needed = needed;
        this.code = code;
        this.isRemembered = isRemembered;
    }

    CodeNeeded needed() {
        return needed;
    }

    String code() {
        return code;
    }

    boolean isRemembered() {
        return isRemembered;
    }
}
