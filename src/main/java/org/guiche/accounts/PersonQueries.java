package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.shared.Cpf;
import org.guiche.shared.Phone;
import org.jspecify.annotations.Nullable;

/** Loads a person with all rights in one query: it runs on every request. */
@Dependent
class PersonQueries {

    /** Which memberships count at that moment. All rights follow from these, be they asked in Java or in SQL. */
    private static final String COUNTS = "m.valid_from <= ?1 and (m.valid_until is null or m.valid_until > ?1)";

    private static final String COLUMNS = """
            select p.id, p.name, p.email, p.phone, p.cpf, p.session_epoch,
                (select string_agg(r.role, ',') from accounts_role r where r.person_id = p.id),
                (select string_agg(x.group_id || ':' || x.kind || ':' || x.whole || ':' || x.name, E'\\n' order by x.group_id)
                    from (select m.group_id, g.kind, g.name, bool_or(m.whole_group) as whole
                        from accounts_membership m join accounts_group g on g.id = m.group_id
                        where m.person_id = p.id and %s group by m.group_id, g.kind, g.name) x)""".formatted(COUNTS);

    private static final String BY_ID = COLUMNS + " from accounts_person p where p.active and p.id = ?2";

    private static final String BY_EMAIL = COLUMNS + " from accounts_person p where p.active and p.email = ?2";

    private static final String MEMBERS = COLUMNS + """
             from accounts_person p where p.active and exists (
                select 1 from accounts_membership m where m.person_id = p.id
                    and m.group_id = any(cast(?2 as bigint[])) and %s)
            order by p.name, p.id""".formatted(COUNTS);

    private static final String BY_TOKEN = COLUMNS + """
            , t.scopes @> '["write"]' or t.scopes @> '["*"]' from accounts_token t join accounts_person p on p.id = t.person_id
            where p.active and t.hash = ?2 and t.revoked_at is null and (t.expires_at is null or t.expires_at > ?1)""";

    @PersistenceContext
    EntityManager em;

    Optional<SignedIn> byId(long id, Instant now) {
        return one(BY_ID, id, now).map(PersonQueries::signedIn);
    }

    Optional<SignedIn> byEmail(String address, Instant now) {
        return one(BY_EMAIL, address, now).map(PersonQueries::signedIn);
    }

    List<Person> members(Collection<Long> groups, Instant now) {
        var ids = groups.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        return rows(MEMBERS, ids, now).map(row -> signedIn(row).person()).toList();
    }

    Optional<Tokens.Bearer> byTokenHash(byte[] hash, Instant now) {
        return one(BY_TOKEN, hash, now)
                .map(row -> new Tokens.Bearer(signedIn(row).person(), (Boolean) row[8]));
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
                memberships((String) row[7]));
        return new SignedIn(person, ((Number) row[5]).intValue());
    }

    private static Set<Role> roles(@Nullable String joined) {
        var roles = EnumSet.noneOf(Role.class);
        if (joined != null) {
            for (var role : joined.split(",", -1)) {
                roles.add(Role.valueOf(role));
            }
        }
        return roles;
    }

    private static List<Membership> memberships(@Nullable String joined) {
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
