package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import org.guiche.shared.AccessDenied;

/** What this installation asks of those who sign in. Administrators decide, and each change is written down. */
@Stateless
public class SignInPolicy {

    private static final String STAFF = "from accounts_person p where p.active and exists ("
            + "select 1 from accounts_role r where r.person_id = p.id)";
    private static final String WITHOUT = " and not exists (select 1 from accounts_factor f where f.person_id = p.id"
            + " and f.confirmed_at is not null)";

    @PersistenceContext
    EntityManager em;

    @Inject
    AuditTrail audit;

    /** Whether the staff needs a second factor. Off unless an administrator turned it on. */
    public boolean staffNeedsFactor() {
        return (Boolean)
                em.createNativeQuery("select staff_factor from accounts_policy").getSingleResult();
    }

    /** How many of the staff there are. */
    public int staff() {
        return count(STAFF);
    }

    /** How many of them have no second factor. */
    public int staffWithoutFactor() {
        return count(STAFF + WITHOUT);
    }

    private int count(String people) {
        return ((Number) em.createNativeQuery("select count(*) " + people).getSingleResult()).intValue();
    }

    /** Whether the person has to set one up before anything else. */
    public boolean bars(Person person) {
        return person.isStaff() && staffNeedsFactor() && count(STAFF + WITHOUT + " and p.id = " + person.id()) > 0;
    }

    /**
     * Asks the staff for a second factor from now on, or no longer: whoever has none sets one up at the next page, signed in or not. For
     * administrators.
     */
    public void requireOfStaff(Person administrator, boolean isRequired) {
        if (!administrator.isAdministrator()) {
            throw new AccessDenied("accounts.administrators-only");
        }
        var changed = em.createNativeQuery("update accounts_policy set staff_factor = ?1 where staff_factor <> ?1")
                .setParameter(1, isRequired)
                .executeUpdate();
        if (changed == 1) {
            audit.record(
                    administrator,
                    Audited.of(AuditSubject.POLICY, 1, "accounts.audit.staff-factor")
                            .from(Map.of("staffFactor", !isRequired))
                            .to(Map.of("staffFactor", isRequired)));
        }
    }
}
