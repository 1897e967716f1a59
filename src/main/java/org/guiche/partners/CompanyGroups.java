package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.Person;
import org.guiche.shared.NotFound;

/** Which group a company's people belong to, and the reverse: outside, companies have numbers of their own. */
@Stateless
public class CompanyGroups {

    @PersistenceContext
    EntityManager em;

    /** The group of a company; refuses one that the person neither administers nor manages as one that is not there. */
    public long group(long companyId, Person actor) {
        List<?> groups = em.createNativeQuery("select group_id from partners_company where id = ?1")
                .setParameter(1, companyId)
                .getResultList();
        return groups.stream()
                .map(group -> ((Number) group).longValue())
                .filter(group -> actor.isAdministrator() || actor.seesWhole(group))
                .findFirst()
                .orElseThrow(() -> new NotFound("partners.company.not-found"));
    }

    /** The numbers of the companies of these groups, by group, in one query; other groups are left out. */
    public Map<Long, Long> companies(Collection<Long> groupIds) {
        var companies = new HashMap<Long, Long>();
        if (!groupIds.isEmpty()) {
            List<?> rows = em.createNativeQuery(
                            "select group_id, id from partners_company where group_id = any(cast(?1 as bigint[]))")
                    .setParameter(
                            1,
                            "{"
                                    + String.join(
                                            ",",
                                            groupIds.stream()
                                                    .map(String::valueOf)
                                                    .toList()) + "}")
                    .getResultList();
            rows.stream()
                    .map(row -> (Object[]) row)
                    .forEach(row -> companies.put(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
        }
        return companies;
    }
}
