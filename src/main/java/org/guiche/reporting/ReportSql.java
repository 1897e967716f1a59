package org.guiche.reporting;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query over figures: a scope, a cut and further conditions; values never become part of its text. */
final class ReportSql {

    private final StringBuilder where = new StringBuilder("true");
    private final List<Object> values = new ArrayList<>();

    /** The tickets of that cut within that scope, whenever. */
    static ReportSql of(Scope scope, Cut cut) {
        var sql = new ReportSql();
        sql.and(scope.condition());
        sql.equal("unit_id", cut.unit());
        sql.equal("sector_id", cut.sector());
        sql.equal("agent_id", cut.agent());
        sql.equal("classification_id", cut.classification());
        sql.equal("company_id", cut.company());
        sql.equal("group_id", cut.partner());
        sql.equal("channel", cut.channel());
        sql.equal("priority", cut.priority());
        var tag = cut.tag();
        if (tag != null) {
            sql.and("tags @> array[?]", tag);
        }
        return sql;
    }

    private void equal(String column, @Nullable Object value) {
        if (value != null) {
            and(column + " = ?", value instanceof Enum<?> one ? one.name() : value);
        }
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
