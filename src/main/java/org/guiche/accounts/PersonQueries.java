package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guiche.shared.Cpf;
import org.guiche.shared.Phone;
import org.guiche.shared.SqlArray;
import org.jspecify.annotations.Nullable;

/** Loads a person with all rights in one query: it runs on every request. */
@Dependent
class PersonQueries {

    /** Which memberships count at that moment. All rights follow from these, be they asked in Java or in SQL. */
    static final String COUNTS = "m.valid_from <= ?1 and (m.valid_until is null or m.valid_until > ?1)";

    static final String ROLES = "(select string_agg(r.role, ',') from accounts_role r where r.person_id = p.id)";

    static final String MEMBERSHIPS = """
            (select string_agg(x.group_id || ':' || x.kind || ':' || x.whole || ':' || x.name, E'\\n' order by x.group_id)
                    from (select m.group_id, g.kind, g.name, bool_or(m.whole_group) as whole
                        from accounts_membership m join accounts_group g on g.id = m.group_id
                        where m.person_id = p.id and %s group by m.group_id, g.kind, g.name) x)""".formatted(COUNTS);

    private static final String DELEGATED =
            "(select string_agg(d.unit, ',') from accounts_delegation d where d.person_id = p.id)";

    private static final String COLUMNS = "select p.id, p.shown_name, p.email, p.phone, p.cpf, p.session_epoch, "
            + ROLES + ", " + MEMBERSHIPS + ", " + DELEGATED;

    private static final String BY_ID = COLUMNS + " from accounts_person p where p.active and p.id = ?2";

    /** Besides when the session was seen last, and whether its person has to set a second factor up before anything else. */
    private static final String BY_SESSION = COLUMNS + """
            , s.seen_at, (select y.staff_factor from accounts_policy y)
                and exists (select 1 from accounts_role r where r.person_id = p.id)
                and not exists (select 1 from accounts_factor f where f.person_id = p.id and f.confirmed_at is not null)
            from accounts_session s join accounts_person p on p.id = s.person_id where p.active and s.hash = ?2""";

    private static final String BY_EMAIL = COLUMNS + " from accounts_person p where p.active and p.email = ?2";

    private static final String MEMBERS = COLUMNS + """
             from accounts_person p where p.active and exists (
                select 1 from accounts_membership m where m.person_id = p.id
                    and m.group_id = any(cast(?2 as bigint[])) and %s)
            order by p.shown_name, p.id""".formatted(COUNTS);

    private static final String SOUGHT = COLUMNS + """
             from accounts_person p where p.active and p.words @@ to_tsquery('accounts_people', ?3)
                and p.id = any(array(select m.person_id from accounts_membership m
                    where m.group_id = any(cast(?2 as bigint[])) and %s))
            order by lower(p.shown_name), p.id limit ?4""".formatted(COUNTS);

    private static final String STAFF = COLUMNS + """
             from accounts_person p where p.active and exists (
                select 1 from accounts_role r where r.person_id = p.id and r.role <> 'DATA_OFFICER')
            order by p.shown_name, p.id""";

    private static final String BY_TOKEN = COLUMNS + """
            , t.scopes @> '["write"]' or t.scopes @> '["*"]' from accounts_token t join accounts_person p on p.id = t.person_id
            where p.active and t.hash = ?2 and t.revoked_at is null and (t.expires_at is null or t.expires_at > ?1)""";

    @PersistenceContext
    EntityManager em;

    Optional<SignedIn> byId(long id, Instant now) {
        return one(BY_ID, id, now).map(PersonQueries::signedIn);
    }

    Optional<Standing> bySession(byte[] hash, Instant now) {
        return one(BY_SESSION, hash, now)
                .map(row -> new Standing(signedIn(row), ((Timestamp) row[9]).toInstant(), (Boolean) row[10]));
    }

    Optional<SignedIn> byEmail(String address, Instant now) {
        return one(BY_EMAIL, address, now).map(PersonQueries::signedIn);
    }

    List<Person> members(Collection<Long> groups, Instant now) {
        return rows(MEMBERS, SqlArray.of(groups), now)
                .map(row -> signedIn(row).person())
                .toList();
    }

    List<Person> members(Collection<Long> groups, String beginnings, int most, Instant now) {
        List<?> rows = em.createNativeQuery(SOUGHT)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, SqlArray.of(groups))
                .setParameter(3, beginnings)
                .setParameter(4, most)
                .getResultList();
        return rows.stream().map(row -> signedIn((Object[]) row).person()).toList();
    }

    List<Person> staff(Instant now) {
        List<?> rows = em.createNativeQuery(STAFF)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream().map(row -> signedIn((Object[]) row).person()).toList();
    }

    Optional<Tokens.Bearer> byTokenHash(byte[] hash, Instant now) {
        return one(BY_TOKEN, hash, now)
                .map(row -> new Tokens.Bearer(signedIn(row).person(), (Boolean) row[9]));
    }

    private Optional<Object[]> one(String sql, Object parameter, Instant now) {
        return rows(sql, parameter, now).findFirst();
    }

    private Stream<Object[]> rows(String sql, Object parameter, Instant now) {
        List<?> rows = em.createNativeQuery(sql)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, parameter)
                .getResultList();
        return rows.stream().map(row -> (Object[]) row);
    }

    private static SignedIn signedIn(Object[] row) {
        var person = new Person(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                row[3] == null ? null : new Phone((String) row[3]),
                row[4] == null ? null : new Cpf((String) row[4]),
                roles((String) row[6]),
                memberships((String) row[7]),
                row[8] == null ? Set.of() : Set.of(((String) row[8]).split(",", -1)));
        return new SignedIn(person, ((Number) row[5]).intValue());
    }

    static Set<Role> roles(@Nullable String joined) {
        var roles = EnumSet.noneOf(Role.class);
        if (joined != null) {
            for (var role : joined.split(",", -1)) {
                roles.add(Role.valueOf(role));
            }
        }
        return roles;
    }

    static List<Membership> memberships(@Nullable String joined) {
        var memberships = new ArrayList<Membership>();
        if (joined != null) {
            for (var line : joined.split("\n", -1)) {
                var part = line.split(":", 4);
                memberships.add(new Membership(
                        Long.parseLong(part[0]), GroupKind.valueOf(part[1]), part[3], part[2].startsWith("t")));
            }
        }
        return memberships;
    }
}
