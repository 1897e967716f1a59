package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** What choosing a password changes, in one transaction. */
@Stateless
public class CredentialChanges {

    @PersistenceContext
    EntityManager em;

    @Inject
    MailedLinks links;

    @Inject
    Registrar registrar;

    @Inject
    Event<SignedUp> signedUp;

    /** Uses the link up. Refuses one that is good for nothing by now. */
    public void choose(String secret, String hash) {
        links.find(secret).map(MailedLinks.MailedLink::personId).ifPresent(this::hold);
        var link = links.take(secret)
                .filter(taken -> taken.purpose().choosesPassword())
                .orElseThrow(() -> new RuleViolation("accounts.link.dead"));
        var applicant = link.applicant();
        if (applicant != null) {
            register(applicant, hash);
        } else {
            change(Objects.requireNonNull(link.personId()), hash);
        }
    }

    private void register(Applicant applicant, String hash) {
        var person =
                new NewPerson(applicant.name(), applicant.email(), applicant.cpf(), applicant.phone(), null, Set.of());
        var id = registrar.register(person, hash);
        links.forgetOf(applicant.email());
        signedUp.fire(new SignedUp(id, applicant.email()));
    }

    /** The same for whoever knew the present one; refuses where that is another by now. */
    public void change(long personId, @Nullable String known, String hash) {
        var account = hold(personId);
        if (!Objects.equals(account.passwordHash(), known)) {
            throw RuleViolation.of("present", "accounts.me.present.wrong");
        }
        change(personId, hash);
    }

    /** The person has that password from now on; sessions, remembered devices and links by mail end. */
    private void change(long personId, String hash) {
        var account = hold(personId);
        if (!account.isActive()) {
            throw new RuleViolation("accounts.link.dead");
        }
        account.choosePassword(hash);
        links.forgetOf(personId);
        em.createNativeQuery("delete from accounts_device where person_id = ?1")
                .setParameter(1, personId)
                .executeUpdate();
    }

    /** Before any link of the person's, as whoever erases the person or chooses by another link does. */
    private Account hold(long personId) {
        return em.find(Account.class, personId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The hash of the person's password; nothing where there is none. */
    public @Nullable String hash(long personId) {
        return em.find(Account.class, personId).passwordHash();
    }

    /** What a password must not be made of: who it is for. */
    public List<String> words(@Nullable Long personId, @Nullable Applicant applicant) {
        if (applicant != null) {
            return List.of(
                    applicant.name(),
                    applicant.email().address(),
                    applicant.cpf().digits());
        }
        return em.find(Account.class, Objects.requireNonNull(personId)).words();
    }
}
