package org.guiche.accounts;

/** On which side of the counter somebody stands. */
public enum PersonKind {
    /** Holds a role. */
    STAFF,
    /** Opens tickets for the clients of a partner, now. */
    PARTNER,
    /** Everybody else. */
    CUSTOMER
}
