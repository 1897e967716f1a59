package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.jspecify.annotations.Nullable;

/**
 * The contact users of a company, as its manager keeps them without asking anybody (S1-18): invited, corrected, disabled and let in
 * again. A manager keeps neither other managers nor who has other ties than this company, and never gives a role.
 */
@Stateless
public class Contacts {

    @Inject
    AccountEditor editor;

    @Inject
    DirectoryReader reader;

    @Inject
    PeopleRecords records;

    /**
     * Registers somebody of that company and sends the invitation.
     *
     * @return the id
     * @throws NotFound for a company that the actor does not manage
     * @throws AccessDenied for roles
     * @throws RuleViolation for what cannot be read, and for a CPF or an address that somebody has, without saying who (S0-26)
     */
    public long invite(Invitation invitation, long company, Person actor) {
        PeopleAccess.requireManager(actor, company);
        if (!invitation.roles().isEmpty()) {
            throw new AccessDenied("accounts.contacts.roles");
        }
        return editor.invite(invitation.of(company), actor);
    }

    /** Sends the invitation again; the link sent before is good for nothing more. Refuses who has a password, or may not act. */
    public void inviteAgain(long id, Person actor) {
        kept(id, actor);
        var account = editor.hold(id, null);
        if (!account.isInvited() || !account.isActive()) {
            throw new RuleViolation("accounts.people.not-invited");
        }
        editor.send(account);
        records.invitedAgain(actor, id);
    }

    /**
     * Changes the name, the phone, whether the person may act, and where the invitation goes.
     *
     * @param seen the version that the actor saw; null for whichever it is
     * @throws NotFound for who does not belong to a company that the actor manages
     * @throws AccessDenied for anything else about the person, and for who is not the manager's alone to keep
     * @throws StaleVersion where somebody else was faster
     * @throws RuleViolation for what cannot be read, and for letting in whom an administrator disabled
     */
    public void change(long id, PersonChange change, @Nullable Integer seen, Person actor) {
        if (!actor.isManager()) {
            throw new AccessDenied("accounts.people.administrators-only");
        }
        var company = kept(id, actor);
        if (change.cpf() != null || change.socialName() != null || change.roles() != null) {
            throw new AccessDenied("accounts.contacts.name-and-phone");
        }
        var account = editor.hold(id, seen);
        editor.tell(account, named(change, account), actor);
        editor.readdress(account, change.email(), actor);
        if (change.active() != null) {
            activate(account, change.active(), company, actor);
        }
    }

    /** Whether that is somebody whom the manager keeps alone, and so may change. */
    public boolean keeps(long id, Person actor) {
        return reader.one(id).filter(entry -> PeopleAccess.keeps(actor, entry)).isPresent();
    }

    /** Who is called by a social name is called otherwise by it. */
    private static PersonChange named(PersonChange change, Account account) {
        return change.name() == null || account.naming().socialName() == null
                ? change
                : new PersonChange(null, change.name(), change.phone(), null, null, change.active());
    }

    private void activate(Account account, boolean active, long company, Person actor) {
        if (active && !account.isActive() && !account.isDisabledIn(company)) {
            throw new RuleViolation("accounts.contacts.disabled");
        }
        editor.activate(account, active, company, actor);
    }

    /** The company of that person; refuses who is not the manager's to keep. */
    private long kept(long id, Person actor) {
        var entry = reader.one(id)
                .filter(one -> one.memberships().stream().anyMatch(tie -> PeopleAccess.manages(actor, tie.groupId())))
                .orElseThrow(() -> new NotFound("accounts.person.not-found"));
        if (!PeopleAccess.keeps(actor, entry)) {
            throw new AccessDenied("accounts.contacts.not-yours");
        }
        return entry.memberships().get(0).groupId();
    }
}
