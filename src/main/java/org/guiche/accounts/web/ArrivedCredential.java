package org.guiche.accounts.web;

import jakarta.security.enterprise.credential.Credential;
import org.guiche.accounts.SignInResult;

/** Somebody whom the provider vouches for, and who was found to be a person of ours. */
record ArrivedCredential(SignInResult.Accepted accepted) implements Credential {}
