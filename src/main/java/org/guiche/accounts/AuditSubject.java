package org.guiche.accounts;

/** What something was changed about. */
public enum AuditSubject {
    PERSON,
    COMPANY,
    PARTNER,
    CONTRACT,
    UNIT,
    POLICY,
    PRIVACY
}
