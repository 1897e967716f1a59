package org.guiche.reporting;

import static org.guiche.reporting.Column.names;
import static org.guiche.reporting.Column.number;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
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

    private static final String OF_THE_BUSIEST = """
            with summed as materialized (%%s),
            busiest as (select key from summed where figure = 'CREATED' order by n desc, key limit %d),
            few as (select count(*) < %1$d as yes from busiest)
            select summed.*, few.yes from summed, few where few.yes or key in (select key from busiest)""".formatted(BUSIEST);

    @PersistenceContext
    EntityManager em;

    @Inject
    DurationQueries durations;

    @Inject
    Labels labels;

    /** So many, with all of their kinds added up: of ratings, what was given. */
    record Tally(long n, long points) {

        static final Tally NONE = new Tally(0, 0);
    }

    /**
     * Sums by what they are of.
     *
     * @param all whether there are no others
     */
    private record Sums(Map<String, Map<Figure, Tally>> each, boolean all) {

        /** Those that there are, as an array of SQL; null where nobody else is left out. */
        private @Nullable String keys() {
            return all
                    ? null
                    : SqlArray.of(each.keySet().stream().map(Long::valueOf).toList());
        }
    }

    /** The lines, those with the most tickets first. */
    List<Line> lines(Scope scope, Cut cut, Dimension dimension) {
        var sums = sums(scope, cut, dimension);
        var keys = sums.keys();
        var answers = answers(scope, cut, dimension, keys);
        if (keys != null) {
            answers.keySet().retainAll(sums.each().keySet());
        }
        var lines = Line.all(sums.each(), open(scope, cut, dimension, keys), answers);
        return dimension == Dimension.TAG ? worded(lines) : lines;
    }

    /** The same with the words of labels in place of their numbers. */
    private List<Line> worded(List<Line> lines) {
        var words = labels.words(
                lines.stream().map(line -> Long.valueOf(line.key())).toList());
        return lines.stream()
                .filter(line -> words.containsKey(line.key()))
                .map(line -> line.called(words.getOrDefault(line.key(), "")))
                .sorted(Line.ORDER)
                .toList();
    }

    private static ReportSql only(ReportSql sql, Dimension dimension, @Nullable String keys) {
        return keys == null ? sql : sql.and(dimension.column() + " = any(cast(? as bigint[]))", keys);
    }

    private Sums sums(Scope scope, Cut cut, Dimension dimension) {
        var sums = new HashMap<String, Map<Figure, Tally>>();
        var source = Source.of(scope, cut, dimension.column());
        var table = source.cube().isPresent() ? source.table() : source.table() + unnested(dimension);
        var rows = source.within(cut.period())
                .rows(
                        em,
                        (dimension.isFew() ? "select *, true from (%s) summed" : OF_THE_BUSIEST)
                                .formatted("select " + dimension.column()
                                        + " as key, figure, sum(n) as n, sum(n * part) as points from " + table
                                        + " where %s and figure in (" + COUNTED + ") group by 1, 2"))
                .toList();
        rows.stream()
                .filter(r -> r[0] != null)
                .forEach(r -> sums.computeIfAbsent(r[0].toString(), any -> new HashMap<>())
                        .put(Figure.valueOf((String) r[1]), new Tally(number(r[2]), number(r[3]))));
        return new Sums(sums, rows.stream().allMatch(r -> (Boolean) r[4]));
    }

    /** How many are open now, by the category of their status. */
    private Map<String, Map<String, Long>> open(Scope scope, Cut cut, Dimension dimension, @Nullable String keys) {
        var open = new HashMap<String, Map<String, Long>>();
        only(ReportSql.of(scope, cut), dimension, keys)
                .rows(
                        em,
                        "select cast(" + dimension.column() + " as text), " + scope.category()
                                + ", count(*) from reporting_ticket"
                                + unnested(dimension) + " where %s and " + Backlog.OPEN + " group by 1, 2")
                .filter(r -> r[0] != null)
                .forEach(r -> open.computeIfAbsent(r[0].toString(), any -> new HashMap<>())
                        .put((String) r[1], number(r[2])));
        return open;
    }

    /** How long first answers took that came within the cut's time. */
    private Map<String, Spread> answers(Scope scope, Cut cut, Dimension dimension, @Nullable String keys) {
        var question = new Question(scope, cut, Moment.ANSWERED, false, dimension.column());
        return durations
                .of(question, "reporting_ticket" + unnested(dimension), sql -> only(sql, dimension, keys))
                .spreads();
    }

    private static String unnested(Dimension dimension) {
        return dimension == Dimension.TAG ? " cross join lateral unnest(labels) label_id" : "";
    }
}
