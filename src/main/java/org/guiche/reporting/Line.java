package org.guiche.reporting;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guiche.reporting.LineQueries.Tally;
import org.guiche.tickets.Figure;
import org.guiche.units.StatusCategory;

/**
 * The figures of one of a dimension.
 *
 * @param key its id or name, as the dimension has it
 * @param open how many wait now, for us or for the requester
 * @param onHold how many wait now for somebody else
 * @param points all that was given for what was rated, together
 */
public record Line(
        String key,
        long created,
        long solved,
        long kept,
        long missed,
        long open,
        long onHold,
        Spread answers,
        long rated,
        long points) {

    /** Those with the most tickets first. */
    static final Comparator<Line> ORDER = Comparator.comparingLong(Line::created)
            .thenComparingLong(Line::open)
            .reversed()
            .thenComparing(Line::key);

    private static final String ON_HOLD = "ON_HOLD";

    static List<Line> all(
            Map<String, Map<Figure, Tally>> sums, Map<String, Map<String, Long>> open, Map<String, Spread> answers) {
        var keys = new HashSet<>(sums.keySet());
        keys.addAll(open.keySet());
        keys.addAll(answers.keySet());
        return keys.stream()
                .map(key -> line(
                        key,
                        sums.getOrDefault(key, Map.of()),
                        open.getOrDefault(key, Map.of()),
                        answers.getOrDefault(key, Spread.NONE)))
                .sorted(ORDER)
                .toList();
    }

    /** The same below another name. */
    Line called(String name) {
        return new Line(name, created, solved, kept, missed, open, onHold, answers, rated, points);
    }

    /** All of a report together. */
    public static Line total(Dashboard all) {
        var now = all.cut().period();
        var held = open(all, StatusCategory.ON_HOLD);
        var ratings = all.flow().parts(Figure.RATED, now);
        return new Line(
                "",
                all.flow().total(Figure.CREATED, now).n(),
                all.flow().total(Figure.SOLVED, now).n(),
                all.flow().total(Figure.KEPT_RESOLUTION, now).n(),
                all.flow().total(Figure.MISSED_RESOLUTION, now).n(),
                Stream.of(StatusCategory.values())
                                .mapToLong(one -> open(all, one))
                                .sum()
                        - held,
                held,
                all.answers(),
                ratings.values().stream().mapToLong(Sum::n).sum(),
                ratings.entrySet().stream()
                        .mapToLong(one -> one.getKey() * one.getValue().n())
                        .sum());
    }

    private static long open(Dashboard all, StatusCategory category) {
        return all.ages().stream()
                .mapToLong(band -> band.getOrDefault(category, 0L))
                .sum();
    }

    private static Line line(String key, Map<Figure, Tally> sums, Map<String, Long> open, Spread answers) {
        var held = open.getOrDefault(ON_HOLD, 0L);
        var all = open.values().stream().mapToLong(Long::longValue).sum();
        var rated = sums.getOrDefault(Figure.RATED, Tally.NONE);
        return new Line(
                key,
                count(sums, Figure.CREATED),
                count(sums, Figure.SOLVED),
                count(sums, Figure.KEPT_RESOLUTION),
                count(sums, Figure.MISSED_RESOLUTION),
                all - held,
                held,
                answers,
                rated.n(),
                rated.points());
    }

    private static long count(Map<Figure, Tally> sums, Figure figure) {
        return sums.getOrDefault(figure, Tally.NONE).n();
    }
}
