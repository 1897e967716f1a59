package org.guiche.privacy;

import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;

/** Who may do what about other people's data: one line per verb. */
final class PrivacyAccess {

    private PrivacyAccess() {}

    /** Sees and decides requests, holds and periods: whoever answers for the data, and the administrators. */
    static boolean mayDecide(Person person) {
        return person.isDataOfficer() || person.isAdministrator();
    }

    static void requireDecider(Person person) {
        if (!mayDecide(person)) {
            throw new AccessDenied("privacy.denied");
        }
    }

    /** Sees who read whom, what is done with data, and incidents: whoever answers for the data, alone. */
    static void requireOfficer(Person person) {
        if (!person.isDataOfficer()) {
            throw new AccessDenied("privacy.officer.only");
        }
    }
}
