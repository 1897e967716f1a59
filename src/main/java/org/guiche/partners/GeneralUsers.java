package org.guiche.partners;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiche.accounts.AccessKind;
import org.guiche.accounts.AccessLog;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.Grantee;
import org.guiche.accounts.Grantees;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.partners.PartnerMail.Kind;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.shared.Texts;

/**
 * The general users of partners: one person a partner, who opens tickets for any of its clients (S0-24), and is nobody else's requester
 * meanwhile, because one CPF has one user (S0-26) and groups are walls (S0-29). For administrators.
 */
@Stateless
public class GeneralUsers {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Decisions decisions;

    @Inject
    Grants grants;

    @Inject
    Grantees grantees;

    @Inject
    People people;

    @Inject
    ContractLedger ledger;

    @Inject
    AuditTrail trail;

    @Inject
    ContractNews news;

    @Inject
    GeneralUserList list;

    @EJB
    AccessLog access;

    @Inject
    Event<PartnerMail> mails;

    /** Those who are or were it, the latest first. */
    public List<GeneralUser> of(long partnerId, Person by) {
        Administrators.require(by);
        var users = list.of(partnerId);
        access.readAll(by, users.stream().map(GeneralUser::personId).toList(), AccessKind.LIST);
        return users;
    }

    /** Whoever has that CPF already: only an administrator is told. */
    public Optional<Grantee> known(Cpf cpf, Person by) {
        Administrators.require(by);
        return grantees.find(cpf);
    }

    /**
     * Makes somebody the general user: a new person gets an invitation; who is known leaves every other group, where the administrator
     * said so.
     *
     * @param step names the contract, which has to be approved and not over
     * @throws RuleViolation while somebody else is it, for somebody of the staff or who may not act, and for a known CPF without that word
     */
    public GeneralUser grant(Step step, NewGeneralUser user) {
        var partner = entitled(step);
        var known = grantees.find(user.cpf());
        known.ifPresent(one -> check(one, user));
        list.requireFree(partner, known.map(Grantee::id).orElse(0L));
        var id = known.isPresent() ? transformed(known.get(), step.by()) : registered(user);
        em.createNativeQuery("""
                        insert into partners_user (partner_id, person_id, since, access) values (?1, ?2, ?3, true)
                        on conflict (partner_id, person_id) do update set access = true, since = excluded.since""")
                .setParameter(1, partner)
                .setParameter(2, id)
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        grants.settle(partner);
        ledger.user(step.by(), partner, "partners.audit.granted", id);
        tell(partner, id);
        return of(partner, step.by()).get(0);
    }

    private long entitled(Step step) {
        var known = decisions.begin(step);
        var state = known.details(Span.day(clock.instant())).state();
        if (!Set.of(ContractState.IN_FORCE, ContractState.FUTURE).contains(state)) {
            throw new RuleViolation("partners.user.no-contract");
        }
        return known.partnerId();
    }

    private static void check(Grantee known, NewGeneralUser user) {
        if (!known.active()) {
            throw RuleViolation.of("cpf", "partners.user.inactive");
        }
        if (known.staff()) {
            throw RuleViolation.of("cpf", "partners.user.staff", known.name());
        }
        if (!user.transform()) {
            throw RuleViolation.of("cpf", "partners.user.known");
        }
    }

    private long registered(NewGeneralUser user) {
        return people.register(new NewPerson(user.name(), user.email(), user.cpf(), null, null, Set.of()));
    }

    /** Leaves the other groups; what the person was let in with for them ends. */
    private long transformed(Grantee known, Person by) {
        em.createNativeQuery("update partners_user set access = false where person_id = ?1 and access")
                .setParameter(1, known.id())
                .executeUpdate();
        grantees.leaveAll(known.id());
        grantees.end(known.id());
        trail.record(
                by,
                Audited.of(AuditSubject.PERSON, known.id(), "partners.audit.transformed")
                        .from(Map.of(Texts.get("partners.audit.groups"), known.groups())));
        return known.id();
    }

    private void tell(long partner, long id) {
        var secret = grantees.invitation(id);
        var to = new Email(grantees.get(id).email());
        mails.fire(new PartnerMail(
                secret == null ? Kind.GRANTED : Kind.INVITED, to, List.of(ledger.partner(partner)), secret));
    }

    /** Takes the access of one of them back at once, or gives it again. Refuses to give it while somebody else has it. */
    public void setAccess(long partnerId, long personId, boolean access, Person by) {
        Administrators.require(by);
        grants.lock(partnerId);
        if (access) {
            list.requireFree(partnerId, 0);
            checkNobodyElses(personId);
        }
        var changed = em.createNativeQuery(
                        "update partners_user set access = ?3 where partner_id = ?1 and person_id = ?2 and access <> ?3")
                .setParameter(1, partnerId)
                .setParameter(2, personId)
                .setParameter(3, access)
                .executeUpdate();
        if (changed == 0) {
            throw new StaleVersion();
        }
        grants.settle(partnerId);
        ledger.user(by, partnerId, access ? "partners.audit.access-on" : "partners.audit.access-off", personId);
    }

    /** Whoever belongs elsewhere by now has to be transformed again, with the word for it. */
    private void checkNobodyElses(long personId) {
        var person = grantees.get(personId);
        if (!person.active() || person.staff() || !person.groups().isEmpty()) {
            throw new RuleViolation("partners.user.elsewhere", person.name());
        }
    }
}
