package org.guiche.accounts.web;

import jakarta.security.enterprise.credential.Credential;
import org.guiche.accounts.ClientAddress;
import org.guiche.accounts.SignInResult;
import org.jspecify.annotations.Nullable;

/** What somebody shows to sign in, and, once the identity store looked at it, how that ended. */
final class SignInCredential implements Credential {

    private final String login;
    private final String password;
    private final ClientAddress address;
    private final @Nullable String deviceToken;
    private SignInResult result = new SignInResult.Refused();

    SignInCredential(String login, String password, ClientAddress address, @Nullable String deviceToken) {
        this.login = login;
        this.password = password;
        this.address = address;
        this.deviceToken = deviceToken;
    }

    String login() {
        return login;
    }

    String password() {
        return password;
    }

    ClientAddress address() {
        return address;
    }

    @Nullable
    String deviceToken() {
        return deviceToken;
    }

    SignInResult result() {
        return result;
    }

    void ended(SignInResult how) {
        result = how;
    }
}
