package org.guiche.partners;

import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.RuleViolation;

/** Who may see partners and contracts and decide about them, and what every such decision needs. */
final class Administrators {

    private static final int LONGEST_REASON = 1000;

    private Administrators() {}

    /** Refuses everybody else, before anything is looked for. */
    static void require(Person person) {
        if (!person.isAdministrator()) {
            throw new AccessDenied("partners.administrators-only");
        }
    }

    /** The reason as it is kept; refuses none and an endless one. */
    static String reason(String typed) {
        if (typed.isBlank()) {
            throw RuleViolation.of("reason", "partners.reason.missing");
        }
        if (typed.length() > LONGEST_REASON) {
            throw RuleViolation.of("reason", "partners.reason.long", LONGEST_REASON);
        }
        return typed.strip();
    }
}
