package org.guiche.accounts.web;

import jakarta.security.enterprise.credential.Credential;
import org.guiche.accounts.SignInResult;
import org.guiche.accounts.Visit;

/** What somebody shows to get in, from where, and, once the identity store looked at it, how that ended. */
abstract class EntryCredential implements Credential {

    private final Visit visit;
    private SignInResult result = new SignInResult.Refused();

    EntryCredential(Visit visit) {
        this.visit = visit;
    }

    Visit visit() {
        return visit;
    }

    SignInResult result() {
        return result;
    }

    void ended(SignInResult how) {
        result = how;
    }
}
