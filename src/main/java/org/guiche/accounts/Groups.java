package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiche.shared.JsonText;
import org.guiche.shared.NotFound;
import org.guiche.shared.SqlArray;
import org.jspecify.annotations.Nullable;

/** The administrative groups: the walls of visibility (S0-27..29). Used by the modules that own companies and partners. */
@Stateless
public class Groups {

    @PersistenceContext
    EntityManager em;

    /** Makes a group and returns its id. */
    public long create(GroupKind kind, String name) {
        return ((Number) em.createNativeQuery("insert into accounts_group (kind, name) values (?1, ?2) returning id")
                        .setParameter(1, kind.name())
                        .setParameter(2, name)
                        .getSingleResult())
                .longValue();
    }

    /** Makes as many groups as there are names, in their order. */
    public List<Long> create(GroupKind kind, List<String> names) {
        List<?> ids = em.createNativeQuery("select nextval(pg_get_serial_sequence('accounts_group', 'id'))"
                        + " from generate_series(1, ?1)")
                .setParameter(1, names.size())
                .getResultList();
        var rows = JsonText.array();
        var made = new ArrayList<Long>();
        for (int i = 0; i < names.size(); i++) {
            made.add(((Number) ids.get(i)).longValue());
            rows.add(JsonText.object().add("id", made.get(i)).add("name", names.get(i)));
        }
        em.createNativeQuery("insert into accounts_group (id, kind, name) select id, cast(?1 as text), name"
                        + " from jsonb_to_recordset(cast(?2 as jsonb)) as r (id bigint, name text)")
                .setParameter(1, kind.name())
                .setParameter(2, rows.build().toString())
                .executeUpdate();
        return made;
    }

    /** Calls a group otherwise: whoever it belongs to does. */
    public void rename(long groupId, String name) {
        em.createNativeQuery("update accounts_group set name = ?2 where id = ?1 and name <> ?2")
                .setParameter(1, groupId)
                .setParameter(2, name)
                .executeUpdate();
    }

    /** Whether it is a partner's. */
    public boolean isPartners(long groupId) {
        return GroupKind.PARTNER
                .name()
                .equals(em.createNativeQuery("select kind from accounts_group where id = ?1")
                        .setFlushMode(FlushModeType.COMMIT) // a group does not change
                        .setParameter(1, groupId)
                        .getSingleResult());
    }

    /** Makes the group of those who work here. */
    public long createStaff(String name) {
        return create(GroupKind.STAFF, name);
    }

    /** Makes a person a member, or changes the membership; without an end it lasts until it is taken back. */
    public void join(long personId, long groupId, boolean wholeGroup, @Nullable Instant validUntil) {
        em.createNativeQuery("""
                        insert into accounts_membership (person_id, group_id, whole_group, valid_until)
                        values (?1, ?2, ?3, ?4)
                        on conflict (person_id, group_id, valid_from)
                        do update set whole_group = excluded.whole_group, valid_until = excluded.valid_until""")
                .setParameter(1, personId)
                .setParameter(2, groupId)
                .setParameter(3, wholeGroup)
                .setParameter(4, validUntil == null ? null : validUntil.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /**
     * Makes a person see all of a group while a term lasts. Several terms may follow each other or overlap; of those with the same
     * beginning the last one said counts, so that a term is ended by saying it again with another end.
     */
    public void grant(long personId, long groupId, Term term) {
        em.createNativeQuery("""
                        insert into accounts_membership (person_id, group_id, whole_group, valid_from, valid_until)
                        values (?1, ?2, true, ?3, ?4)
                        on conflict (person_id, group_id, valid_from)
                        do update set whole_group = true, valid_until = excluded.valid_until""")
                .setParameter(1, personId)
                .setParameter(2, groupId)
                .setParameter(3, term.from().atOffset(ZoneOffset.UTC))
                .setParameter(4, term.until().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Takes every membership in a group back, at once. */
    public void leave(long personId, long groupId) {
        em.createNativeQuery("delete from accounts_membership where person_id = ?1 and group_id = ?2")
                .setParameter(1, personId)
                .setParameter(2, groupId)
                .executeUpdate();
    }

    /** The companies in whose names these words begin words, a few of them, by name. */
    public List<GroupName> companies(String words, int most) {
        var asked = PeopleQuery.beginnings(words);
        if (asked.isEmpty()) {
            return List.of();
        }
        List<?> rows = em.createNativeQuery("""
                        select id, name from accounts_group
                        where kind = 'COMPANY' and to_tsvector('accounts_people', name) @@ to_tsquery('accounts_people', ?1)
                        order by lower(name), id limit ?2""")
                .setParameter(1, asked)
                .setParameter(2, most)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new GroupName(((Number) row[0]).longValue(), (String) row[1]))
                .toList();
    }

    /** The names of those of these groups that are partners', by id. */
    public Map<Long, String> partners(Collection<Long> ids) {
        List<?> rows = em.createNativeQuery(
                        "select id, name from accounts_group where kind = 'PARTNER' and id = any(cast(?1 as bigint[]))")
                .setParameter(1, SqlArray.of(ids))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> (String) row[1]));
    }

    /** What the group is called. */
    public String name(long groupId) {
        return find(groupId, "name").orElseThrow(() -> new NotFound("accounts.group.not-found"));
    }

    /** Refuses a group that is not there, or is no company's. */
    public void requireCompany(long groupId) {
        if (find(groupId, "kind").filter(GroupKind.COMPANY.name()::equals).isEmpty()) {
            throw new NotFound("accounts.group.not-found");
        }
    }

    private Optional<String> find(long groupId, String column) {
        List<?> found = em.createNativeQuery("select " + column + " from accounts_group where id = ?1")
                .setParameter(1, groupId)
                .getResultList();
        return found.stream().map(String::valueOf).findFirst();
    }
}
