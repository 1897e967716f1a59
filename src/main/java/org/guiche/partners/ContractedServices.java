package org.guiche.partners;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiche.shared.SqlArray;

/** What companies have contracted, as tickets name it and promises follow it (S1-05). */
@Stateless
public class ContractedServices {

    @PersistenceContext
    EntityManager em;

    /** The names of these contracted services by id, in one query. */
    public Map<Long, String> names(Collection<Long> ids) {
        var names = new HashMap<Long, String>();
        List<?> rows = em.createNativeQuery(
                        "select id, name from partners_service where id = any(cast(?1 as bigint[]))")
                .setParameter(1, SqlArray.of(ids))
                .getResultList();
        rows.forEach(row -> names.put(id(((Object[]) row)[0]), (String) ((Object[]) row)[1]));
        return names;
    }

    /** The names of what these companies have contracted now, by company, in one query. */
    public Map<Long, List<String>> of(Collection<Long> companyIds) {
        List<?> rows = em.createNativeQuery("select company_id, name from partners_service"
                        + " where ended_at is null and company_id = any(cast(?1 as bigint[]))")
                .setParameter(1, SqlArray.of(companyIds))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(groupingBy(row -> id(row[0]), mapping(row -> (String) row[1], toList())));
    }

    /** Adds something that the company contracted. */
    public void add(Company company, String name) {
        em.createNativeQuery("insert into partners_service (company_id, name) values (?1, ?2)")
                .setParameter(1, company.id())
                .setParameter(2, name)
                .executeUpdate();
    }

    private static long id(Object column) {
        return ((Number) column).longValue();
    }
}
