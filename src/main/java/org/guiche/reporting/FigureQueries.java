package org.guiche.reporting;

import static org.guiche.reporting.Column.date;
import static org.guiche.reporting.Column.minutes;
import static org.guiche.reporting.Column.names;
import static org.guiche.reporting.Column.number;
import static org.guiche.reporting.Column.sum;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.guiche.tickets.Figure;

/** Adds up the figures of a whole cut. */
@Dependent
class FigureQueries {

    private static final String ROOM = "32MB";
    private static final String SOLVED = "solved_day";
    private static final String ANSWERED = "answered_day";

    @PersistenceContext
    EntityManager em;

    /** Makes room for counting a million tickets by the minute without a sort on disk, until the transaction ends. */
    void makeRoom() {
        em.createNativeQuery("select set_config('work_mem', '" + ROOM + "', true)")
                .getSingleResult();
    }

    /**
     * What happened in the cut's time and in the time before it, by the day; where that time is drawn by the month, on the first of each
     * whole month what happened in it. Stays aside.
     */
    Flow flow(Scope scope, Cut cut) {
        var source = Source.of(scope, cut);
        var flow = new Flow();
        source.drawn()
                .rows(
                        em,
                        "select day, figure, part, sum(n), sum(business), sum(running) from " + source.table()
                                + " where %s and figure not in (" + names(Figure.STAYED, Figure.HELD)
                                + ") group by day, figure, part")
                .forEach(r -> flow.add(date(r[0]), Figure.valueOf((String) r[1]), number(r[2]), sum(r, 3)));
        return flow;
    }

    /** How many were open when that day began. */
    long openBefore(Scope scope, Cut cut, LocalDate day) {
        var source = Source.of(scope, cut);
        var row = source.before(day)
                .rows(
                        em,
                        "select coalesce(sum(n) filter (where figure = 'OPENED'), 0), coalesce(sum(n) filter (where figure = 'SETTLED'), 0) from "
                                + source.table() + " where %s and figure in (" + names(Figure.OPENED, Figure.SETTLED)
                                + ")")
                .findFirst()
                .orElseThrow();
        return number(row[0]) - number(row[1]);
    }

    /** How long the stays of that kind took that ended within the cut's time, by their kind. */
    Map<Long, Sum> stays(Scope scope, Cut cut, Figure figure) {
        var stays = new HashMap<Long, Sum>();
        var source = Source.of(scope, cut);
        source.within(cut.period())
                .and("figure = ?", figure.name())
                .rows(
                        em,
                        "select part, sum(n), sum(business), sum(running) from " + source.table()
                                + " where %s group by part")
                .forEach(r -> stays.put(number(r[0]), sum(r, 1)));
        return stays;
    }

    /** How long first answers took that came within the cut's time, by the hour of the week of the opening. */
    Map<Integer, Spread> answers(Scope scope, Cut cut) {
        var hours = new HashMap<Integer, Spread>();
        ReportSql.of(scope, cut)
                .during(ANSWERED, cut.period())
                .rows(
                        em,
                        "select created_hour, " + minutes("answer_business")
                                + ", count(*) from reporting_ticket where %s group by 1, 2")
                .forEach(r -> hours.computeIfAbsent((int) number(r[0]), any -> new Spread())
                        .add((int) number(r[1]), number(r[2])));
        return hours;
    }

    /** How long first answers took that came within the cut's time. */
    Spread answersAltogether(Scope scope, Cut cut) {
        var spread = new Spread();
        ReportSql.of(scope, cut)
                .during(ANSWERED, cut.period())
                .rows(
                        em,
                        "select " + minutes("answer_business") + ", count(*) from reporting_ticket where %s group by 1")
                .forEach(r -> spread.add((int) number(r[0]), number(r[1])));
        return spread;
    }

    /**
     * How long the same things took.
     *
     * @param business in service time
     * @param running in all of it
     */
    record Spreads(Spread business, Spread running) {}

    /** How long solutions took that came within the cut's time. */
    Spreads solutions(Scope scope, Cut cut) {
        var both = new Spreads(new Spread(), new Spread());
        ReportSql.of(scope, cut)
                .during(SOLVED, cut.period())
                .rows(
                        em,
                        "select " + minutes("solve_business") + " as business, " + minutes("solve_running")
                                + " as running, count(*) from reporting_ticket where %s group by grouping sets ((1), (2))")
                .forEach(r -> (r[0] == null ? both.running() : both.business())
                        .add((int) number(r[0] == null ? r[1] : r[0]), number(r[2])));
        return both;
    }
}
