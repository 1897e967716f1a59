package org.guiche.reporting;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds figures up: from the cells where these know what is asked for, else ticket by ticket; the same words either way. */
@Dependent
class FigureQueries {

    private static final String SOLVED = "solved_day";
    private static final String ANSWERED = "answered_day";

    @PersistenceContext
    EntityManager em;

    /** So many minutes, rounded up, in a column of seconds. */
    private static String minutes(String column) {
        return "(" + column + " + 59) / 60";
    }

    private static String source(Scope scope, Cut cut) {
        return scope.isGeneral() && cut.isGeneral() ? "reporting_cell" : "reporting_measure";
    }

    private static String names(Measure... measures) {
        return Arrays.stream(measures).map(one -> "'" + one.name() + "'").collect(joining(", "));
    }

    /** What happened on each day of the cut's time and of the time before it; stays aside. */
    Flow flow(Scope scope, Cut cut) {
        var period = new Period(cut.period().before().from(), cut.period().to());
        var flow = new Flow();
        ReportSql.of(scope, cut)
                .during("day", period)
                .rows(
                        em,
                        "select day, measure, part, sum(n), sum(business), sum(running) from " + source(scope, cut)
                                + " where %s and measure not in (" + names(Measure.STAYED, Measure.HELD)
                                + ") group by day, measure, part")
                .forEach(r -> flow.add(date(r[0]), Measure.valueOf((String) r[1]), number(r[2]), sum(r, 3)));
        return flow;
    }

    /** How many were open when that day began. */
    long openBefore(Scope scope, Cut cut, LocalDate day) {
        var row = ReportSql.of(scope, cut)
                .and("day < ?", day)
                .rows(
                        em,
                        "select coalesce(sum(n) filter (where measure = 'OPENED'), 0), coalesce(sum(n) filter (where measure = 'SETTLED'), 0) from "
                                + source(scope, cut) + " where %s and measure in ("
                                + names(Measure.OPENED, Measure.SETTLED) + ")")
                .findFirst()
                .orElseThrow();
        return number(row[0]) - number(row[1]);
    }

    /** How long the stays of that kind took that ended within the cut's time, by their kind. */
    Map<Long, Sum> stays(Scope scope, Cut cut, Measure measure) {
        var stays = new HashMap<Long, Sum>();
        ReportSql.of(scope, cut)
                .during("day", cut.period())
                .and("measure = ?", measure.name())
                .rows(
                        em,
                        "select part, sum(n), sum(business), sum(running) from " + source(scope, cut)
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

    /** How long solutions took that came within the cut's time, in service time or all of it. */
    Spread solutions(Scope scope, Cut cut, boolean running) {
        return spread(scope, cut, SOLVED, running ? "solve_running" : "solve_business");
    }

    /** How long first answers took that came within the cut's time. */
    Spread answersAltogether(Scope scope, Cut cut) {
        return spread(scope, cut, ANSWERED, "answer_business");
    }

    private Spread spread(Scope scope, Cut cut, String day, String seconds) {
        var spread = new Spread();
        ReportSql.of(scope, cut)
                .during(day, cut.period())
                .rows(em, "select " + minutes(seconds) + ", count(*) from reporting_ticket where %s group by 1")
                .forEach(r -> spread.add((int) number(r[0]), number(r[1])));
        return spread;
    }

    /** The same of first answers, for each of that dimension. */
    Map<String, Spread> answersBy(Scope scope, Cut cut, Dimension dimension) {
        var spreads = new HashMap<String, Spread>();
        ReportSql.of(scope, cut)
                .during(ANSWERED, cut.period())
                .rows(
                        em,
                        "select " + column(dimension) + ", " + minutes("answer_business") + ", count(*) from "
                                + tickets(dimension) + " where %s group by 1, 2")
                .filter(r -> r[0] != null)
                .forEach(r -> spreads.computeIfAbsent(r[0].toString(), any -> new Spread())
                        .add((int) number(r[1]), number(r[2])));
        return spreads;
    }

    /** So many, with all of their kinds added up: of ratings, what was given. */
    record Tally(long n, long points) {

        static final Tally NONE = new Tally(0, 0);
    }

    /** What was counted of these for each of that dimension within the cut's time. */
    Map<String, Map<Measure, Tally>> sumsBy(Scope scope, Cut cut, Dimension dimension, Measure... measures) {
        var sums = new HashMap<String, Map<Measure, Tally>>();
        var source = dimension.isGeneral() ? source(scope, cut) : "reporting_measure";
        ReportSql.of(scope, cut)
                .during("day", cut.period())
                .rows(
                        em,
                        "select " + column(dimension) + ", measure, sum(n), sum(n * part) from " + source
                                + unnested(dimension) + " where %s and measure in (" + names(measures)
                                + ") group by 1, 2")
                .filter(r -> r[0] != null)
                .forEach(r -> sums.computeIfAbsent(r[0].toString(), any -> new HashMap<>())
                        .put(Measure.valueOf((String) r[1]), new Tally(number(r[2]), number(r[3]))));
        return sums;
    }

    /** How many are open now for each of that dimension, by the category of their status. */
    Map<String, Map<String, Long>> openBy(Scope scope, Cut cut, Dimension dimension) {
        var open = new HashMap<String, Map<String, Long>>();
        ReportSql.of(scope, cut)
                .rows(
                        em,
                        "select " + column(dimension) + ", category, count(*) from " + tickets(dimension)
                                + " where %s and " + Backlog.OPEN + " group by 1, 2")
                .filter(r -> r[0] != null)
                .forEach(r -> open.computeIfAbsent(r[0].toString(), any -> new HashMap<>())
                        .put((String) r[1], number(r[2])));
        return open;
    }

    private static String column(Dimension dimension) {
        return "cast(" + dimension.column() + " as text)";
    }

    private static String tickets(Dimension dimension) {
        return "reporting_ticket" + unnested(dimension);
    }

    private static String unnested(Dimension dimension) {
        return dimension == Dimension.TAG ? " cross join lateral unnest(tags) tag" : "";
    }

    private static Sum sum(Object[] row, int from) {
        return new Sum(number(row[from]), number(row[from + 1]), number(row[from + 2]));
    }

    private static LocalDate date(Object column) {
        return column instanceof LocalDate day ? day : ((Date) column).toLocalDate();
    }

    private static long number(@Nullable Object column) {
        return column == null ? 0 : ((Number) column).longValue();
    }
}
