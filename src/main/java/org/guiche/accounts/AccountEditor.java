package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.jspecify.annotations.Nullable;

/** Adds and changes people in the transaction of whoever asks, who has seen to it that the actor may. */
@Dependent
class AccountEditor {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Registrar registrar;

    @Inject
    Groups groups;

    @Inject
    MailedLinks links;

    @Inject
    PeopleRecords records;

    @Inject
    DelegationRows delegations;

    @Inject
    Event<AccountMail> mails;

    @Inject
    Event<AccessEnded> ended;

    /** The account, held until the end of the transaction. Refuses who is not there, or nobody any more, or not as seen. */
    Account hold(long id, @Nullable Integer seen) {
        var account = em.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (account == null || account.isErased()) {
            throw new NotFound("accounts.person.not-found");
        }
        if (seen != null && seen != account.version()) {
            throw new StaleVersion();
        }
        return account;
    }

    /** Registers somebody without a password and sends the invitation. */
    long invite(Invitation invitation, Person actor) {
        var id = registrar.register(invitation.person(), null);
        if (invitation.group() != null) {
            groups.join(id, invitation.group(), false, null);
        }
        var account = em.find(Account.class, id);
        follow(account, actor);
        records.invited(actor, account, invitation.group());
        send(account);
        return id;
    }

    /** Sends the invitation, again if there was one: only the newest link is good. */
    void send(Account account) {
        account.invite(clock.instant());
        mails.fire(
                new AccountMail(AccountMail.Kind.INVITATION, new Email(account.email()), links.toInvite(account.id())));
    }

    /** Another address for somebody who has not answered the invitation: it goes there, and the first link is good for nothing. */
    void readdress(Account account, @Nullable String typed, Person actor) {
        if (typed == null || typed.strip().equalsIgnoreCase(account.email())) {
            return;
        }
        if (!account.isInvited() || !account.isActive()) {
            throw RuleViolation.of("email", "accounts.people.email.own");
        }
        account.readdress(address(typed));
        save(account);
        records.readdressed(actor, account.id());
        send(account);
    }

    private static Email address(String typed) {
        var fields = new TypedFields();
        var address = fields.read("email", typed, Email::of);
        if (address == null) {
            throw fields.refusal();
        }
        return address;
    }

    /** Names, phone and CPF. */
    void tell(Account account, PersonChange change, Person actor) {
        var before = account.told();
        var after = change.over(before);
        if (!after.equals(before)) {
            account.tell(after);
            save(account);
            records.told(actor, account.id(), before, after);
        }
    }

    /** Whether the person may act. Who may not has no session, token, device or link any more; tickets stay where they are. */
    void activate(Account account, boolean active, @Nullable Long company, Person actor) {
        if (account.isActive() == active) {
            return;
        }
        if (active) {
            account.enable();
        } else {
            account.disable(company);
            end(account.id());
            delegations.endAll(account.id(), actor);
        }
        save(account);
        records.activated(actor, account.id(), active);
    }

    private void end(long id) {
        links.forgetOf(id);
        em.createNativeQuery("delete from accounts_device where person_id = ?1")
                .setParameter(1, id)
                .executeUpdate();
        em.createNativeQuery("update accounts_token set revoked_at = ?2 where person_id = ?1 and revoked_at is null")
                .setParameter(1, id)
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        ended.fire(new AccessEnded(id));
    }

    /** Whoever holds a role belongs to the group of those who work here; who holds none does not, and has no unit delegated. */
    void follow(Account account, Person actor) {
        if (!DelegationRows.mayHold(account.roles())) {
            delegations.endAll(account.id(), actor);
        }
        actor.memberships().stream()
                .filter(membership -> membership.kind() == GroupKind.STAFF)
                .forEach(staff -> {
                    if (account.roles().isEmpty()) {
                        groups.leave(account.id(), staff.groupId());
                    } else {
                        groups.join(account.id(), staff.groupId(), false, null);
                    }
                });
    }

    /** Writes it under another version, whatever of the person it is that changed. */
    void save(Account account) {
        em.lock(account, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        registrar.write();
    }
}
