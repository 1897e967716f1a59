package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Asks again for the password of somebody who is signed in: an open window is not yet its owner (ASVS 7.5.1). */
@Dependent
class OwnPassword {

    static final int PER_PERSON = 8;

    @Inject
    Passwords passwords;

    @Inject
    Throttle throttle;

    @Inject
    CredentialChanges changes;

    /** Gives the hash that it has; refuses what is not the password, and too many tries. */
    @Nullable
    String require(Person person, String present) {
        var keys = List.of(new Throttle.Key("own password " + person.id(), PER_PERSON));
        if (!throttle.allows(keys)) {
            throw new RuleViolation("accounts.signin.throttled", Throttle.WINDOW.toMinutes());
        }
        var known = changes.hash(person.id());
        if (!passwords.matches(present, known)) {
            throw RuleViolation.of("present", "accounts.me.present.wrong");
        }
        throttle.forgive(keys);
        return known;
    }
}
