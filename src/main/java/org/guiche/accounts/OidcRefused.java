package org.guiche.accounts;

import jakarta.ejb.ApplicationException;

/** Ends a sign-in through the provider. What it says besides is for the log: no claims, no tokens. */
@ApplicationException(rollback = true)
public final class OidcRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final OidcRefusal why;

    OidcRefused(OidcRefusal why, String detail) {
        super(detail);
        this.why = why;
    }

    OidcRefused(OidcRefusal why, Throwable cause) {
        super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
        this.why = why;
    }

    /** What to tell the person. */
    public OidcRefusal why() {
        return why;
    }
}
