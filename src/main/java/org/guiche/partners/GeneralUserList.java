package org.guiche.partners;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import org.guiche.accounts.Grantees;
import org.guiche.accounts.People;
import org.guiche.shared.RuleViolation;

/** Who is or was a partner's general user, and that there is one at a time. */
@Dependent
class GeneralUserList {

    @PersistenceContext
    EntityManager em;

    @Inject
    People people;

    @Inject
    Grantees grantees;

    /** Whoever is it, then those who were, the latest first. */
    List<GeneralUser> of(long partnerId) {
        List<?> rows = em.createNativeQuery(
                        "select person_id, since, access from partners_user where partner_id = ?1 order by access desc, since desc")
                .setParameter(1, partnerId)
                .getResultList();
        return rows.stream().map(row -> user((Object[]) row)).toList();
    }

    private GeneralUser user(Object[] row) {
        var id = ((Number) row[0]).longValue();
        return new GeneralUser(
                id, people.name(id), grantees.maskedCpf(id), ((Timestamp) row[1]).toInstant(), (Boolean) row[2]);
    }

    /** Refuses while somebody has the access, that person too: whoever was it before has none any more. */
    void requireFree(long partner, long personId) {
        List<?> others = em.createNativeQuery("select person_id from partners_user where partner_id = ?1 and access")
                .setParameter(1, partner)
                .getResultList();
        for (var other : others) {
            var id = ((Number) other).longValue();
            throw id == personId
                    ? RuleViolation.of("cpf", "partners.user.already")
                    : RuleViolation.of("cpf", "partners.user.one", people.name(id));
        }
    }
}
