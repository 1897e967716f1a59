package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.guiche.shared.Cpf;
import org.guiche.shared.JsonText;
import org.guiche.shared.Phone;

/** Looks for many people at once, by address and CPF, active or not. */
@Dependent
class KnownPeople {

    private static final String FOUND = """
            with asked as (
                select p.* from accounts_person p where p.email in (select jsonb_array_elements_text(cast(?1 as jsonb)))
                union
                select p.* from accounts_person p where p.cpf in (select jsonb_array_elements_text(cast(?2 as jsonb))))
            select p.id, p.version, p.name, p.email, p.cpf, p.phone, p.active,
                exists (select 1 from accounts_role r where r.person_id = p.id), g.id, g.kind, g.name, bool_or(m.whole_group)
            from asked p
                left join accounts_membership m on m.person_id = p.id and m.valid_from <= ?3
                    and (m.valid_until is null or m.valid_until > ?3)
                left join accounts_group g on g.id = m.group_id
            group by p.id, p.version, p.name, p.email, p.cpf, p.phone, p.active, g.id, g.kind, g.name order by p.id, g.id""";

    @PersistenceContext
    EntityManager em;

    List<KnownPerson> find(Collection<String> emails, Collection<String> cpfs, Instant now) {
        List<?> rows = em.createNativeQuery(FOUND)
                .setParameter(1, JsonText.array(emails).build().toString())
                .setParameter(2, JsonText.array(cpfs).build().toString())
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        var found = new LinkedHashMap<Long, List<Object[]>>();
        rows.stream()
                .map(row -> (Object[]) row)
                .forEach(row -> found.computeIfAbsent(((Number) row[0]).longValue(), id -> new ArrayList<>())
                        .add(row));
        return found.values().stream().map(KnownPeople::person).toList();
    }

    /** Of the rows of one, which differ in the group only. */
    private static KnownPerson person(List<Object[]> rows) {
        var row = rows.get(0);
        return new KnownPerson(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).intValue(),
                (String) row[2],
                (String) row[3],
                row[4] == null ? null : new Cpf((String) row[4]),
                row[5] == null ? null : new Phone((String) row[5]),
                (Boolean) row[6],
                (Boolean) row[7],
                rows.stream()
                        .filter(one -> one[8] != null)
                        .map(KnownPeople::membership)
                        .toList());
    }

    private static Membership membership(Object[] row) {
        return new Membership(
                ((Number) row[8]).longValue(), GroupKind.valueOf((String) row[9]), (String) row[10], (Boolean) row[11]);
    }
}
