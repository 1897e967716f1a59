package org.guiche.accounts;

import org.guiche.shared.Email;

/** Somebody registered, with an address that is his or her own. */
public record SignedUp(long personId, Email email) {}
