package org.guiche.partners;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The query of a page of companies. What is looked for by words is found first, by its index, and put in order then. */
final class CompanyQuery {

    private static final String COLUMNS = "select c.id, c.name, c.cnpj, c.active from ";
    private static final String TABLE = "partners_company c where true";

    private final List<Object> values = new ArrayList<>();
    private final String sql;

    private CompanyQuery(CompanyFilter filter, @Nullable CompanyRow after, int most) {
        var found = TABLE + conditions(filter);
        var searches = !filter.words().isBlank();
        sql = (searches
                        ? "with c as materialized (" + COLUMNS + found + ") " + COLUMNS + "c where true"
                        : COLUMNS + found)
                + (after == null
                        ? ""
                        : " and (c.name, c.id) > (" + place(after.name()) + ", " + place(after.id()) + ")")
                + " order by c.name, c.id limit " + most;
    }

    /** Of companies like that, so many at most, from the one after that on. */
    static CompanyQuery of(CompanyFilter filter, @Nullable CompanyRow after, int most) {
        return new CompanyQuery(filter, after, most);
    }

    /** That one. */
    static Stream<CompanyRow> one(EntityManager em, long id) {
        return Row.all(em, COLUMNS + TABLE + " and c.id = ?1", id).map(CompanyQuery::row);
    }

    List<CompanyRow> rows(EntityManager em) {
        return Row.all(em, sql, values.toArray()).map(CompanyQuery::row).toList();
    }

    private static CompanyRow row(Row row) {
        return new CompanyRow(row.number(0), row.text(1), row.cnpj(2), row.flag(3));
    }

    /** How the database goes about it. */
    String plan(EntityManager em) {
        return Row.all(em, "explain " + sql, values.toArray())
                .map(row -> row.text(0))
                .collect(Collectors.joining("\n"));
    }

    private String place(Object value) {
        values.add(value);
        return "?" + values.size();
    }

    private String conditions(CompanyFilter filter) {
        var conditions = new StringBuilder();
        if (filter.active() != null) {
            conditions.append(filter.active() ? " and c.active" : " and not c.active");
        }
        if (filter.withCnpj() != null) {
            conditions.append(filter.withCnpj() ? " and c.cnpj is not null" : " and c.cnpj is null");
        }
        if (!filter.words().isBlank()) {
            var words = CompanyWords.of(filter.words(), values.size() + 1);
            values.addAll(words.values());
            conditions.append(" and ").append(words.condition());
        }
        return conditions.toString();
    }
}
