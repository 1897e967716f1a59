package org.guiche.accounts;

import java.util.Locale;

/** Why nobody came in through the provider; the page of signing in says it in a sentence. */
public enum OidcRefusal {
    /** The provider does not answer, or not as one does. */
    AWAY,
    /** What came back was not begun in this browser, was used, or took too long. */
    STALE,
    /** The provider itself said no. */
    DENIED,
    /** What the provider answered is not what it must be. */
    INVALID,
    /** Nobody here belongs to it, and nobody is to be made. */
    UNKNOWN,
    /** Claims that belong to two people. */
    CONFLICT,
    /** The person may not act any more. */
    CLOSED,
    /** The address is none of those that may come in. */
    DOMAIN,
    /** Too many tries from one place. */
    THROTTLED;

    /** As it stands in addresses and keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
