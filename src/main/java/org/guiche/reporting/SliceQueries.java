package org.guiche.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.guiche.tickets.Figure;
import org.guiche.units.StatusCategory;

/** Finds the tickets behind figures, the newest first. */
@Dependent
class SliceQueries {

    @PersistenceContext
    EntityManager em;

    @Inject
    Backlog backlog;

    /** So many of the numbers of those tickets, those before that one: read off the end of the tickets, however many there are. */
    List<Long> tickets(Scope scope, Cut cut, Slice slice, long before, int most) {
        var sql = ReportSql.of(scope, cut).and("ticket_id < ?", before);
        var figure = slice.figure();
        if (figure != null) {
            counted(sql, figure, slice, cut.period(), before);
        }
        restrict(sql, scope, slice);
        List<?> found = sql.query(
                        em, "select ticket_id from reporting_ticket where %s order by ticket_id desc limit " + most)
                .getResultList();
        return found.stream().map(Column::number).toList();
    }

    /** As the view {@code reporting_figure} says it of one ticket. */
    private static void counted(ReportSql sql, Figure figure, Slice slice, Period period, long before) {
        switch (figure) {
            case CREATED -> sql.during("created_day", period);
            case ANSWERED -> sql.during("answered_day", period);
            case SOLVED -> sql.during("solved_day", period);
            default -> {
                var part = slice.part() == null ? "" : " and f.part = " + slice.part();
                sql.and(
                        "exists (select from reporting_fact f where f.ticket_id = reporting_ticket.ticket_id and f.ticket_id < ?"
                                + " and f.figure = ? and f.day between ? and ?" + part + ")",
                        before,
                        figure.name(),
                        period.from(),
                        period.to());
            }
        }
    }

    private void restrict(ReportSql sql, Scope scope, Slice slice) {
        if (slice.figure() == null) {
            sql.and(Backlog.OPEN);
        }
        if (slice.band() != null) {
            backlog.restrict(sql, slice.band());
        }
        if (slice.category() == StatusCategory.OPEN) {
            sql.and(scope.category() + " in ('NEW', 'OPEN')");
        } else if (slice.category() != null) {
            sql.and(scope.category() + " = ?", slice.category().name());
        }
        if (slice.hour() != null) {
            sql.and("ticket_id in (select h.ticket_id from reporting_ticket h where h.created_hour = ?)", slice.hour());
        }
    }
}
