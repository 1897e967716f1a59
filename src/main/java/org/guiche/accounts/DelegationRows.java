package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of delegated units, each beginning and end of one written into the audit trail. Whoever asks has seen to it that it may be. */
@Dependent
class DelegationRows {

    @PersistenceContext
    EntityManager em;

    @Inject
    AuditTrail trail;

    @Inject
    Event<StaffLeft> left;

    /** Whether somebody with these roles may shape a unit: not who works here no more, nor who only reads. */
    static boolean mayHold(Collection<Role> roles) {
        return roles.stream().anyMatch(role -> role != Role.DATA_OFFICER);
    }

    void add(long personId, String unit, Person actor) {
        changed("""
                insert into accounts_delegation (person_id, unit) values (?1, ?2) on conflict do nothing returning unit""", personId, unit)
                .forEach(one -> trail.record(
                        actor,
                        Audited.of(AuditSubject.PERSON, personId, "accounts.audit.delegated")
                                .to(Map.of("unit", one))));
    }

    void end(long personId, String unit, Person actor) {
        changed("delete from accounts_delegation where person_id = ?1 and unit = ?2 returning unit", personId, unit)
                .forEach(one -> ended(personId, one, actor));
    }

    /**
     * All of that person's, who works here no more, and by {@link StaffLeft} whatever other modules let the person do; by nobody in
     * particular where it follows from something else.
     */
    void endAll(long personId, @Nullable Person actor) {
        changed("delete from accounts_delegation where person_id = ?1 returning unit", personId)
                .forEach(one -> ended(personId, one, actor));
        left.fire(new StaffLeft(personId, actor));
    }

    private void ended(long personId, String unit, @Nullable Person actor) {
        trail.record(
                actor,
                Audited.of(AuditSubject.PERSON, personId, "accounts.audit.undelegated")
                        .from(Map.of("unit", unit)));
    }

    private List<String> changed(String sql, Object... values) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        List<?> units = query.getResultList();
        return units.stream().map(String.class::cast).sorted().toList();
    }
}
