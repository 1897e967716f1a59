package org.guiche.reporting;

import static org.guiche.reporting.Column.names;
import static org.guiche.reporting.Column.number;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiche.reporting.DurationQueries.Question;
import org.guiche.shared.SqlArray;
import org.guiche.tickets.Figure;
import org.jspecify.annotations.Nullable;

/** Adds figures up for each of a dimension; of one that has thousands, for those of which the most were opened. */
@Dependent
class LineQueries {

    /** More than anybody is shown; some may have lost their name. */
    private static final int BUSIEST = 80;

    private static final String COUNTED =
            names(Figure.CREATED, Figure.SOLVED, Figure.KEPT_RESOLUTION, Figure.MISSED_RESOLUTION, Figure.RATED);

    @PersistenceContext
    EntityManager em;

    @Inject
    DurationQueries durations;

    /** So many, with all of their kinds added up: of ratings, what was given. */
    record Tally(long n, long points) {

        static final Tally NONE = new Tally(0, 0);
    }

    /** The lines, those with the most tickets first. */
    List<Line> lines(Scope scope, Cut cut, Dimension dimension) {
        var keys = dimension.isFew() ? null : busiest(scope, cut, dimension);
        var sums = sums(scope, cut, dimension, keys);
        var answers = answers(scope, cut, dimension, keys);
        if (keys != null) {
            answers.keySet().retainAll(sums.keySet());
        }
        return Line.all(sums, open(scope, cut, dimension, keys), answers);
    }

    /** Those of which the most were opened in the cut's time, as an array of SQL, of tags one of JSON; null where these are all that there are. */
    private @Nullable String busiest(Scope scope, Cut cut, Dimension dimension) {
        List<?> found = ReportSql.of(scope, cut)
                .during("created_day", cut.period())
                .query(
                        em,
                        "select " + dimension.column() + " from " + tickets(dimension)
                                + " where %s group by 1 order by count(*) desc, 1 limit " + BUSIEST)
                .getResultList();
        if (found.size() < BUSIEST) {
            return null;
        }
        return dimension == Dimension.TAG
                ? Json.createArrayBuilder(found).build().toString()
                : SqlArray.of(found.stream().map(Column::number).toList());
    }

    private static ReportSql only(ReportSql sql, Dimension dimension, @Nullable String keys) {
        if (keys == null) {
            return sql;
        }
        return dimension == Dimension.TAG
                ? sql.and("tag in (select jsonb_array_elements_text(cast(? as jsonb)))", keys)
                : sql.and(dimension.column() + " = any(cast(? as bigint[]))", keys);
    }

    private Map<String, Map<Figure, Tally>> sums(Scope scope, Cut cut, Dimension dimension, @Nullable String keys) {
        var sums = new HashMap<String, Map<Figure, Tally>>();
        var source = Source.of(scope, cut, dimension.column());
        only(source.within(cut.period()), dimension, keys)
                .rows(
                        em,
                        "select " + column(dimension) + ", figure, sum(n), sum(n * part) from " + source.table()
                                + unnested(dimension) + " where %s and figure in (" + COUNTED + ") group by 1, 2")
                .filter(r -> r[0] != null)
                .forEach(r -> sums.computeIfAbsent(r[0].toString(), any -> new HashMap<>())
                        .put(Figure.valueOf((String) r[1]), new Tally(number(r[2]), number(r[3]))));
        return sums;
    }

    /** How many are open now, by the category of their status. */
    private Map<String, Map<String, Long>> open(Scope scope, Cut cut, Dimension dimension, @Nullable String keys) {
        var open = new HashMap<String, Map<String, Long>>();
        only(ReportSql.of(scope, cut), dimension, keys)
                .rows(
                        em,
                        "select " + column(dimension) + ", category, count(*) from " + tickets(dimension)
                                + " where %s and " + Backlog.OPEN + " group by 1, 2")
                .filter(r -> r[0] != null)
                .forEach(r -> open.computeIfAbsent(r[0].toString(), any -> new HashMap<>())
                        .put((String) r[1], number(r[2])));
        return open;
    }

    /** How long first answers took that came within the cut's time. */
    private Map<String, Spread> answers(Scope scope, Cut cut, Dimension dimension, @Nullable String keys) {
        var question = new Question(scope, cut, Moment.ANSWERED, false, dimension.column());
        return durations
                .of(question, tickets(dimension), sql -> only(sql, dimension, keys))
                .spreads();
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
}
