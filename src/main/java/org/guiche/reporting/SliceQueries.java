package org.guiche.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.guiche.units.StatusCategory;

/** Finds the tickets behind figures, the newest first. */
@Dependent
class SliceQueries {

    @PersistenceContext
    EntityManager em;

    @Inject
    Backlog backlog;

    /** So many of the numbers of those tickets, those before that one. */
    List<Long> tickets(Scope scope, Cut cut, Slice slice, long before, int most) {
        var sql = ReportSql.of(scope, cut).and("ticket_id < ?", before);
        var figure = slice.figure();
        if (figure == null) {
            restrict(sql, slice);
        } else {
            restrict(sql.during("day", cut.period()).and("figure = ?", figure.name()), slice);
        }
        var source = figure == null ? "reporting_ticket" : "reporting_figure";
        List<?> found = sql.query(
                        em,
                        "select distinct ticket_id from " + source + " where %s order by ticket_id desc limit " + most)
                .getResultList();
        return found.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private void restrict(ReportSql sql, Slice slice) {
        if (slice.figure() == null) {
            sql.and(Backlog.OPEN);
        }
        if (slice.band() != null) {
            backlog.restrict(sql, slice.band());
        }
        if (slice.category() == StatusCategory.OPEN) {
            sql.and("category in ('NEW', 'OPEN')");
        } else if (slice.category() != null) {
            sql.and("category = ?", slice.category().name());
        }
        if (slice.part() != null) {
            sql.and("part = ?", slice.part());
        }
        if (slice.hour() != null) {
            sql.and("ticket_id in (select h.ticket_id from reporting_ticket h where h.created_hour = ?)", slice.hour());
        }
    }
}
