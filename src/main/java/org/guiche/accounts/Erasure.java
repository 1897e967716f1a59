package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.guiche.shared.NotFound;
import org.guiche.shared.Texts;

/**
 * Erases people by making them nobody (LGPD art. 16 and 18; SECURITY Z16). What was asked, said and counted stays; who it was goes, from
 * the person's row, from what signs the person in, and, by {@link PersonAnonymised}, from whatever other modules have. All of it in one
 * transaction: after a crash it was not begun. Whoever asks has seen to it that it may be done.
 */
@Stateless
public class Erasure {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    /** What the person's rows in these stand for stays: who belonged where, who did and read what. */
    private static final Set<String> STAYS = Set.of("accounts_membership", "accounts_audit", "accounts_access");

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    TraceFinder finder;

    @Inject
    DelegationRows delegations;

    @Inject
    Event<ErasurePlan> plans;

    @Inject
    Event<PersonAnonymised> anonymised;

    @Inject
    Event<AccessEnded> ended;

    /** What would go, stay and has to be waited for. Changes nothing. */
    public ErasurePlan plan(long personId) {
        var account = account(personId, LockModeType.NONE);
        var plan = new ErasurePlan(personId, finder.of(account), LocalDate.now(clock.withZone(BRASILIA)));
        for (var table : ownTables()) {
            plan.goes("accounts.erasure." + table.replaceFirst("^accounts_", ""), count(table, personId));
        }
        plan.stays("accounts.erasure.membership", count("accounts_membership", personId));
        plans.fire(plan);
        return plan;
    }

    /** Whether it has been done. */
    public boolean isErased(long personId) {
        return account(personId, LockModeType.NONE).isErased();
    }

    /** Does it; once more changes nothing. */
    public void erase(long personId) {
        if (isErased(personId)) {
            return;
        }
        forgetAsked(finder.of(
                account(personId, LockModeType.NONE))); // whoever answers a request holds it before the person
        var account = account(personId, LockModeType.PESSIMISTIC_WRITE);
        if (account.isErased()) {
            return;
        }
        var traces = finder.of(account);
        var alias = Texts.get("accounts.erased.name", personId);
        delegations.endAll(personId, null);
        ownTables().forEach(table -> change("delete from " + table + " where person_id = ?1", personId));
        endMemberships(personId);
        account.becomeNobody(alias);
        em.flush();
        ended.fire(new AccessEnded(personId));
        anonymised.fire(new PersonAnonymised(personId, alias, account.email(), traces));
    }

    private Account account(long personId, LockModeType lock) {
        var account = em.find(Account.class, personId, lock);
        if (account == null) {
            throw new NotFound("accounts.person.not-found");
        }
        return account;
    }

    /** Whatever the module keeps of one person alone, also what was added to it since. */
    private List<String> ownTables() {
        List<?> tables = em.createNativeQuery("""
                        select cast(c.table_name as text) from information_schema.columns c
                        where c.table_schema = current_schema() and c.column_name = 'person_id'
                            and left(c.table_name, 9) = 'accounts_' order by 1""").getResultList();
        var own = new ArrayList<String>();
        tables.stream()
                .map(String.class::cast)
                .filter(table -> !STAYS.contains(table))
                .forEach(own::add);
        return own;
    }

    private long count(String table, long personId) {
        return ((Number) em.createNativeQuery("select count(*) from " + table + " where person_id = ?1")
                        .setParameter(1, personId)
                        .getSingleResult())
                .longValue();
    }

    private void endMemberships(long personId) {
        em.createNativeQuery("""
                        update accounts_membership set valid_until = ?2
                        where person_id = ?1 and (valid_until is null or valid_until > ?2)""")
                .setParameter(1, personId)
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** What somebody asked for or signed up with under one of these addresses. */
    private void forgetAsked(Traces traces) {
        change("delete from accounts_request where cast(content as text) ~* ?1", traces.everywhere());
        change("delete from accounts_link where cast(content as text) ~* ?1", traces.everywhere());
    }

    private void change(String sql, Object value) {
        em.createNativeQuery(sql).setParameter(1, value).executeUpdate();
    }

    /** The ids among these of people who were made nobody. */
    public Set<Long> erased(Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(em.createQuery(
                                "select a.id from Account a where a.id in :ids and a.email like :alias", Long.class)
                        .setParameter("ids", List.copyOf(ids))
                        .setParameter("alias", "%" + Account.ERASED)
                        .getResultList());
    }
}
