package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Objects;
import org.guiche.accounts.AccountMail.Kind;
import org.guiche.shared.Email;
import org.guiche.shared.RuleViolation;

/** What changing an address writes, each step in a transaction; the account is locked first, so that of two steps at once one is second. */
@Stateless
public class EmailRows {

    @PersistenceContext
    EntityManager em;

    @Inject
    MailedLinks links;

    @Inject
    Devices devices;

    @Inject
    AuditTrail audit;

    @Inject
    PersonQueries people;

    @Inject
    Clock clock;

    @Inject
    Event<AccountMail> mails;

    /** Both links are made also where the new address is somebody's: only the mail that goes there is another one. */
    public void ask(long personId, Email wanted) {
        var account = lock(personId);
        var secrets = links.toChangeEmail(personId, wanted);
        mails.fire(new AccountMail(Kind.EMAIL_OLD, new Email(account.email()), secrets.atOld()));
        mails.fire(
                isSomebodys(wanted)
                        ? AccountMail.notice(Kind.EMAIL_KNOWN, wanted)
                        : new AccountMail(Kind.EMAIL_NEW, wanted, secrets.atNew()));
    }

    private boolean isSomebodys(Email address) {
        return !em.createQuery("select a.id from Account a where a.email = :email", Long.class)
                .setParameter("email", address.address())
                .getResultList()
                .isEmpty();
    }

    /** Whether it is done. */
    public boolean confirm(String secret, String handle) {
        var personId = links.find(secret)
                .filter(link -> link.email() != null)
                .map(MailedLinks.MailedLink::personId)
                .orElseThrow(EmailRows::dead);
        var account = lock(personId);
        var wanted = links.take(secret).map(MailedLinks.MailedLink::email).orElseThrow(EmailRows::dead);
        if (!account.isActive()) {
            throw dead();
        }
        if (!links.unconfirmed(personId).isEmpty()) {
            return false;
        }
        change(account, Objects.requireNonNull(wanted), handle);
        return true;
    }

    private void change(Account account, Email wanted, String handle) {
        var former = new Email(account.email());
        account.moveTo(wanted);
        try {
            em.flush();
        } catch (PersistenceException e) {
            throw String.valueOf(e.getMessage()).contains("accounts_person_email_key")
                    ? new RuleViolation("accounts.email.taken")
                    : e;
        }
        links.forgetOf(account.id());
        devices.endOthers(account.id(), handle);
        var person = people.byId(account.id(), clock.instant()).map(SignedIn::person);
        audit.record(
                person.orElse(null), Audited.of(AuditSubject.PERSON, account.id(), "accounts.audit.email-changed"));
        mails.fire(AccountMail.notice(Kind.EMAIL_CHANGED, former));
    }

    private Account lock(long personId) {
        return em.find(Account.class, personId, LockModeType.PESSIMISTIC_WRITE);
    }

    private static RuleViolation dead() {
        return new RuleViolation("accounts.link.dead");
    }
}
