package org.guiche.reporting;

import static org.guiche.reporting.Column.date;
import static org.guiche.reporting.Column.names;
import static org.guiche.reporting.Column.number;
import static org.guiche.reporting.Column.sum;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.guiche.reporting.DurationQueries.Question;
import org.guiche.tickets.Figure;

/** Adds up the figures of a whole cut. */
@Dependent
class FigureQueries {

    @PersistenceContext
    EntityManager em;

    @Inject
    DurationQueries durations;

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
    Durations answers(Scope scope, Cut cut) {
        return durations.of(new Question(scope, cut, Moment.ANSWERED, false, "created_hour"));
    }

    /** How long first answers took that came within the cut's time. */
    Spread answersAltogether(Scope scope, Cut cut) {
        return durations
                .of(new Question(scope, cut, Moment.ANSWERED, false, null))
                .altogether();
    }

    /** How long solutions took that came within the cut's time: in service time, or in all of it. */
    Spread solutions(Scope scope, Cut cut, boolean inAllOfIt) {
        return durations
                .of(new Question(scope, cut, Moment.SOLVED, inAllOfIt, null))
                .altogether();
    }
}
