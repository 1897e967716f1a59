package org.guiche.partners.rest;

import org.guiche.shared.NotFound;

/** Ids as addresses say them. */
final class Ids {

    private Ids() {}

    /** The id; what is none belongs to nothing. */
    static long of(String said) {
        if (!said.matches("\\d{1,18}")) {
            throw new NotFound("partners.company.not-found");
        }
        return Long.parseLong(said);
    }
}
