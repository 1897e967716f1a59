package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * Writes people down. The database decides about duplicates, so that no race makes two of one; the refusal never says whose the CPF
 * or e-mail is (S0-26).
 */
@Dependent
class Registrar {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** Gives the id; without a hash the person has no password yet. */
    long register(NewPerson person, @Nullable String passwordHash) {
        var account = Account.register(person, passwordHash, clock.instant());
        em.persist(account);
        write();
        return account.id();
    }

    /** Writes what changed; refuses a CPF or an address that somebody has. */
    void write() {
        try {
            em.flush();
        } catch (PersistenceException e) {
            throw duplicate(e);
        }
    }

    private static RuntimeException duplicate(PersistenceException e) {
        var text = String.valueOf(e.getMessage());
        if (text.contains("accounts_person_cpf_key")) {
            return RuleViolation.of("cpf", "accounts.cpf.taken");
        }
        return text.contains("accounts_person_email_key") ? RuleViolation.of("email", "accounts.email.taken") : e;
    }
}
