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
import java.util.stream.Stream;
import org.guiche.tickets.Figure;

/** Adds up the figures of a whole cut. */
@Dependent
class FigureQueries {

    private static final String ROOM = "32MB";
    /** Stands for all hours together. */
    private static final int ALL = -1;

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

    /**
     * How long first answers took that came within the cut's time.
     *
     * @param hours by the hour of the week of the opening
     */
    record Answers(Map<Integer, Spread> hours, Spread all) {}

    Answers answers(Scope scope, Cut cut) {
        var hours = new HashMap<Integer, Spread>();
        ReportSql.of(scope, cut)
                .during(ANSWERED, cut.period())
                .rows(
                        em,
                        "with answered as (select created_hour as k, " + minutes("answer_business")
                                + " as m, count(*) as n from reporting_ticket where %s group by 1, 2) "
                                + Spread.sql("select k, m, n from answered union all select " + ALL
                                        + ", m, sum(n) from answered group by 2"))
                .forEach(r -> hours.put((int) number(r[0]), Spread.of(r)));
        var all = hours.remove(ALL);
        return new Answers(hours, all == null ? Spread.NONE : all);
    }

    /** How long first answers took that came within the cut's time. */
    Spread answersAltogether(Scope scope, Cut cut) {
        return spreads(scope, cut, ANSWERED, minutes("answer_business"))
                .findFirst()
                .orElse(Spread.NONE);
    }

    /** How long solutions took that came within the cut's time: in service time, and in all of it. */
    Spread solutions(Scope scope, Cut cut, boolean running) {
        return spreads(scope, cut, SOLVED, minutes(running ? "solve_running" : "solve_business"))
                .findFirst()
                .orElse(Spread.NONE);
    }

    private Stream<Spread> spreads(Scope scope, Cut cut, String day, String minutes) {
        return ReportSql.of(scope, cut)
                .during(day, cut.period())
                .rows(
                        em,
                        Spread.sql("select 0 as k, " + minutes
                                + " as m, count(*) as n from reporting_ticket where %s group by 2"))
                .map(Spread::of);
    }
}
