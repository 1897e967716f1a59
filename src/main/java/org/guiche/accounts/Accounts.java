package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.jspecify.annotations.Nullable;

/**
 * People as administrators keep them: invited, corrected, with their roles and companies, disabled and enabled. What changes rights is
 * written into the audit trail. There is always somebody left who administers.
 */
@Stateless
public class Accounts {

    @PersistenceContext
    EntityManager em;

    @Inject
    AccountEditor editor;

    @Inject
    Groups groups;

    @Inject
    Directory directory;

    @Inject
    PeopleRecords records;

    /**
     * Registers somebody and sends the invitation: a link with which the person chooses a password, good for seven days and once.
     *
     * @return the id
     * @throws RuleViolation for what cannot be read, and for a CPF or an address that somebody has, without saying who (S0-26)
     */
    public long invite(Invitation invitation, Person actor) {
        PeopleAccess.requireAdministrator(actor);
        if (invitation.group() != null) {
            groups.requireCompany(invitation.group());
        }
        return editor.invite(invitation, actor);
    }

    /** Sends the invitation again; the link sent before is good for nothing more. Refuses who has a password, or may not act. */
    public void inviteAgain(long id, Person actor) {
        PeopleAccess.requireAdministrator(actor);
        var account = editor.hold(id, null);
        if (!account.isInvited() || !account.isActive()) {
            throw new RuleViolation("accounts.people.not-invited");
        }
        editor.send(account);
        records.invitedAgain(actor, id);
    }

    /**
     * Changes what is said and nothing else.
     *
     * @param seen the version that the actor saw; null for whichever it is
     * @throws StaleVersion where somebody else was faster
     * @throws RuleViolation for what cannot be read, a CPF that somebody has, the actor's own role of administrator or access, and where
     *     nobody would be left who administers
     */
    public void change(long id, PersonChange change, @Nullable Integer seen, Person actor) {
        PeopleAccess.requireAdministrator(actor);
        var touchesRights = change.roles() != null || change.active() != null;
        if (touchesRights) {
            oneByOne();
        }
        var account = editor.hold(id, seen);
        editor.tell(account, change, actor);
        editor.readdress(account, change.email(), actor);
        if (change.roles() != null && !change.roles().equals(account.roles())) {
            grant(account, change.roles(), actor);
        }
        if (change.active() != null) {
            editor.activate(account, change.active(), null, actor);
        }
        if (touchesRights) {
            requireAdministratorsLeft(account, actor);
        }
    }

    /** Changes of rights wait for each other, so that two at once do not take each other's role. */
    private void oneByOne() {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtext('accounts.rights')) as text)")
                .getSingleResult();
    }

    private void grant(Account account, Set<Role> roles, Person actor) {
        var before = account.roles();
        account.grant(roles);
        editor.save(account);
        editor.follow(account, actor);
        records.granted(actor, account.id(), before, roles);
    }

    private void requireAdministratorsLeft(Account account, Person actor) {
        var administers = account.isActive() && account.roles().contains(Role.ADMINISTRATOR);
        if (account.id() == actor.id() && !administers) {
            throw new RuleViolation("accounts.people.oneself");
        }
        var left = em.createNativeQuery("""
                        select 1 from accounts_role r join accounts_person p on p.id = r.person_id
                        where r.role = 'ADMINISTRATOR' and p.active limit 1""").getResultList();
        if (left.isEmpty()) {
            throw new RuleViolation("accounts.people.last");
        }
    }

    /**
     * The person belongs to that company from now on, or differently.
     *
     * @param manager sees all of its tickets and keeps its contact users
     * @throws NotFound for a group that is no company's: whom a partner serves is the contract's to say
     */
    public void join(long id, long group, boolean manager, Person actor) {
        PeopleAccess.requireAdministrator(actor);
        groups.requireCompany(group);
        editor.hold(id, null);
        var before = directory.get(id, actor).membership(group);
        groups.join(id, group, manager, null);
        records.joined(actor, id, before, new Membership(group, GroupKind.COMPANY, groups.name(group), manager));
    }

    /** The person does not belong to that company any more; the tickets stay. */
    public void leave(long id, long group, Person actor) {
        PeopleAccess.requireAdministrator(actor);
        groups.requireCompany(group);
        var membership =
                directory.get(id, actor).membership(group).orElseThrow(() -> new NotFound("accounts.group.not-found"));
        groups.leave(id, group);
        records.left(actor, id, membership);
    }

    /** What was changed about that person lately, newest first. Refuses all but administrators with {@link AccessDenied}. */
    public List<AuditRecord> history(long id, Person actor) {
        PeopleAccess.requireAdministrator(actor);
        return records.of(id);
    }
}
