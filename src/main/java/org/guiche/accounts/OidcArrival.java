package org.guiche.accounts;

/** How a sign-in through the provider went on; a refusal is an {@link OidcRefused}. */
public sealed interface OidcArrival {

    /**
     * It is that person; a code may still be needed.
     *
     * @param result {@link SignInResult.Accepted} or {@link SignInResult.CodeNeeded}
     * @param hint with which the provider is told of the end; nothing else of its tokens is kept
     */
    record Entered(SignInResult result, String hint, String next) implements OidcArrival {}

    /** Nobody known: the person has to confirm whose account it is, or that one is to be made. */
    record Stranger() implements OidcArrival {}
}
