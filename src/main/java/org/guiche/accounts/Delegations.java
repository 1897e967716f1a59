package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;

/**
 * To whom of the staff which business unit is delegated, by its key (ADR 34): for the module of units, which sees to it that there is
 * one. Given and taken by administrators; it ends by itself where the person may not act any more or works here no more, and comes back
 * with nothing but another grant. Each beginning and end is in the audit trail.
 */
@Stateless
public class Delegations {

    @PersistenceContext
    EntityManager em;

    @Inject
    AccountEditor editor;

    @Inject
    DelegationRows rows;

    /**
     * Lets that person shape the unit from the next request on; once more changes nothing.
     *
     * @throws AccessDenied for whoever is no administrator
     * @throws NotFound for a person that there is not
     * @throws RuleViolation for whoever does not work here, may not act, or only reads
     */
    public void give(long personId, String unit, Person administrator) {
        PeopleAccess.requireAdministrator(administrator);
        var account = editor.hold(personId, null);
        if (!account.isActive() || !DelegationRows.mayHold(account.roles())) {
            throw new RuleViolation("accounts.delegation.staff-only");
        }
        rows.add(personId, unit, administrator);
    }

    /** The person shapes that unit no more, from the next request on. Refuses all but administrators with {@link AccessDenied}. */
    public void end(long personId, String unit, Person administrator) {
        PeopleAccess.requireAdministrator(administrator);
        rows.end(personId, unit, administrator);
    }

    /** Those to whom that unit is delegated, by name. Whoever asks has seen to it that the reader may. */
    public List<Delegate> of(String unit) {
        List<?> found = em.createNativeQuery("""
                        select p.id, p.shown_name, p.email from accounts_delegation d join accounts_person p on p.id = d.person_id
                        where d.unit = ?1 order by lower(p.shown_name), p.id""").setParameter(1, unit).getResultList();
        return found.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Delegate(((Number) row[0]).longValue(), (String) row[1], (String) row[2]))
                .toList();
    }

    /** The keys of the units that are delegated to that person. Whoever asks has seen to it that the reader may. */
    public List<String> units(long personId) {
        List<?> found = em.createNativeQuery("select unit from accounts_delegation where person_id = ?1 order by unit")
                .setParameter(1, personId)
                .getResultList();
        return found.stream().map(String.class::cast).toList();
    }
}
