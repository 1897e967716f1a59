package org.guiche.accounts.web;

import org.guiche.accounts.Visit;

/** A name and a password. */
final class SignInCredential extends EntryCredential {

    private final String login;
    private final String password;

    SignInCredential(String login, String password, Visit visit) {
        super(visit);
        this.login = login;
        this.password = password;
    }

    String login() {
        return login;
    }

    String password() {
        return password;
    }
}
