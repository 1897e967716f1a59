package org.guiche.accounts;

/** Whose group it is. */
public enum GroupKind {
    COMPANY,
    PARTNER,
    STAFF
}
