package org.guiche.accounts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guiche.shared.Cpf;
import org.guiche.shared.SqlArray;
import org.jspecify.annotations.Nullable;

/**
 * One page of the directory as one statement. Those who are few (the staff, partners, a company) are found by their ids first, so that
 * the plan never depends on how many the others are; everybody else is walked in the order of the names until the page is full.
 */
final class PeopleQuery {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 200; // as long as a name; to_tsquery refuses endless ones

    private static final String ENTRY =
            "select p.id, p.version, p.name, p.social_name, p.email, p.cpf, p.phone, p.active,"
                    + " p.invited_at is not null and p.password_hash is null, p.created_at, " + PersonQueries.ROLES
                    + ", "
                    + PersonQueries.MEMBERSHIPS + " from accounts_person p where true";
    private static final String STAFF = "array(select r.person_id from accounts_role r)";
    /** The offset keeps the two apart: one look into an index for each partner, and not at everybody's memberships. */
    private static final String PARTNERS = "array(select x.person_id from accounts_group g cross join lateral"
            + " (select m.person_id from accounts_membership m where m.group_id = g.id and " + PersonQueries.COUNTS
            + " offset 0) x where g.kind = 'PARTNER')";

    private final StringBuilder sql = new StringBuilder(ENTRY);
    private final List<Object> values = new ArrayList<>();

    private PeopleQuery(Instant now) {
        values.add(now.atOffset(ZoneOffset.UTC)); // ?1 of COUNTS
    }

    static PeopleQuery one(long id, Instant now) {
        var query = new PeopleQuery(now);
        query.and("p.id = ?", id);
        return query;
    }

    static PeopleQuery page(PersonSearch search, int limit, @Nullable Long after, Instant now) {
        var query = new PeopleQuery(now);
        query.words(search.words().strip());
        query.ties(search);
        query.state(search);
        if (after != null) {
            query.and(
                    "(lower(p.shown_name), p.id) > ((select lower(c.shown_name) from accounts_person c where c.id = ?), ?)",
                    after);
        }
        query.sql.append(" order by lower(p.shown_name), p.id limit ").append(limit + 1);
        return query;
    }

    private void words(String typed) {
        if (typed.isEmpty()) {
            return;
        }
        if (Cpf.looksLike(typed)) {
            and("p.cpf = ?", Cpf.of(typed).digits());
            return;
        }
        and("p.words @@ to_tsquery('accounts_people', ?)", beginnings(typed));
    }

    /** What asks for words that begin like those, in the language of {@code to_tsquery}; empty, which finds nobody, where there is none. */
    static String beginnings(String typed) {
        return NO_WORD.splitAsStream(typed)
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> "'" + word.substring(0, Math.min(word.length(), LONGEST_WORD)) + "':*")
                .collect(Collectors.joining(" & "));
    }

    private void ties(PersonSearch search) {
        if (search.kind() != null) {
            sql.append(
                    switch (search.kind()) {
                        case STAFF -> " and p.id = any(" + STAFF + ")";
                        case PARTNER -> " and p.id = any(" + PARTNERS + ")";
                        case CUSTOMER -> " and p.id <> all(" + STAFF + ") and p.id <> all(" + PARTNERS + ")";
                    });
        }
        if (search.role() != null) {
            and(
                    "p.id = any(array(select r.person_id from accounts_role r where r.role = ?))",
                    search.role().name());
        }
        if (!search.groups().isEmpty()) {
            and(
                    "p.id = any(array(select m.person_id from accounts_membership m"
                            + " where m.group_id = any(cast(? as bigint[])) and " + PersonQueries.COUNTS + "))",
                    SqlArray.of(search.groups()));
        }
    }

    private void state(PersonSearch search) {
        if (search.active() != null) {
            sql.append(search.active() ? " and p.active" : " and not p.active");
        }
        if (search.invited()) {
            sql.append(" and p.active and p.invited_at is not null and p.password_hash is null");
        }
    }

    /** Each {@code ?} that stands alone is that value. */
    private void and(String condition, Object value) {
        values.add(value);
        sql.append(" and ").append(condition.replaceAll("\\?(?!\\d)", "?" + values.size()));
    }

    String sql() {
        return sql.toString();
    }

    List<Object> values() {
        return List.copyOf(values);
    }
}
