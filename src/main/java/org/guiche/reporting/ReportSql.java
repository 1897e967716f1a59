package org.guiche.reporting;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A query over figures: a scope, a cut and further conditions; values never become part of its text. */
final class ReportSql {

    /** The first half says that an index has those tickets. */
    private static final String LABELLED = "tags <> '{}' and tags @> array[cast(? as text)]";

    private final StringBuilder where = new StringBuilder("true");
    private final List<Object> values = new ArrayList<>();

    /** The tickets of that cut within that scope, whenever. */
    static ReportSql of(Scope scope, Cut cut) {
        return of(scope, cut.asked());
    }

    /** The tickets whose columns are these within that scope. */
    static ReportSql of(Scope scope, Map<String, Object> asked) {
        var sql = new ReportSql();
        sql.and(scope.condition());
        asked.forEach((column, value) -> sql.and(column.equals(Cut.TAGS) ? LABELLED : column + " = ?", value));
        return sql;
    }

    /** One more condition, whose places are written {@code ?}, in the order of the values. */
    ReportSql and(String condition, Object... more) {
        where.append(" and ");
        int from = 0;
        for (var value : more) {
            int place = condition.indexOf('?', from);
            values.add(value);
            where.append(condition, from, place).append('?').append(values.size());
            from = place + 1;
        }
        where.append(condition.substring(from));
        return this;
    }

    /** On a day of that time. */
    ReportSql during(String day, Period period) {
        return and(day + " between ? and ?", period.from(), period.to());
    }

    /** In one of those cells. */
    ReportSql within(Steps steps) {
        return and(steps.condition(), steps.values().toArray());
    }

    /** The text with {@code %s} in place of the conditions. */
    Query query(EntityManager em, String text) {
        var query = em.createNativeQuery(text.formatted(where));
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    /** The rows of that text. */
    Stream<Object[]> rows(EntityManager em, String text) {
        List<?> found = query(em, text).getResultList();
        return found.stream().map(Object[].class::cast);
    }
}
