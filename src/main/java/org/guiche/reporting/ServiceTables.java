package org.guiche.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.guiche.shared.Texts;
import org.guiche.sheets.Cell;
import org.guiche.tickets.Figure;
import org.guiche.units.ServiceMetric;

/** The dashboard's figures of how well people were served, as tables. */
@Dependent
class ServiceTables {

    private static final int BEST = 5;

    @Inject
    CutNames names;

    /** The figures at the head of the page, each beside what it was in the time before. */
    Table key(Dashboard all) {
        var now = all.cut().period();
        var before = now.before();
        return Table.of(
                "figures",
                Texts.get("reporting.export.key"),
                Texts.get("reporting.export.figure"),
                List.of("now", "before"),
                List.of(
                        Table.row(
                                text("kpi.created"),
                                count(all, Figure.CREATED, now),
                                count(all, Figure.CREATED, before)),
                        Table.row(text("kpi.backlog"), Cell.of(all.openAt(now.to())), Cell.of(all.openAt(before.to()))),
                        Table.row(text("kpi.kept"), kept(all, now), kept(all, before)),
                        Table.row(
                                text("took.answer"),
                                Cell.of(all.answers().median()),
                                Cell.of(all.answersBefore().median())),
                        Table.row(text("kpi.rated"), rated(all, Figure.RATED, now), rated(all, Figure.RATED, before)),
                        Table.row(
                                text("scores.replies"),
                                rated(all, Figure.REPLY_RATED, now),
                                rated(all, Figure.REPLY_RATED, before))));
    }

    private static Cell count(Dashboard all, Figure figure, Period period) {
        return Cell.of(all.flow().total(figure, period).n());
    }

    private static Cell kept(Dashboard all, Period period) {
        var kept = all.flow().total(Figure.KEPT_RESOLUTION, period).n();
        return Cell.share(
                kept, kept + all.flow().total(Figure.MISSED_RESOLUTION, period).n());
    }

    private static Cell rated(Dashboard all, Figure figure, Period period) {
        var points = all.flow().parts(figure, period);
        return mean(
                points.entrySet().stream()
                        .mapToLong(one -> one.getKey() * one.getValue().n())
                        .sum(),
                points.values().stream().mapToLong(Sum::n).sum());
    }

    /** What was given on average; nothing where nothing was. */
    static Cell mean(long points, long rated) {
        return rated == 0 ? Cell.BLANK : new Cell.Decimal((double) points / rated);
    }

    /** What was given, promised, how long it took; to the staff also where tickets spent their time. */
    List<Table> of(Dashboard all, OptionalInt target, boolean staff) {
        var tables = new ArrayList<Table>();
        tables.add(scores(all));
        tables.add(promises(all, target, staff));
        tables.add(times(all));
        tables.add(counts(all, staff));
        if (staff) {
            tables.add(stays("stays", "status", all.statuses(), names.statuses()));
            tables.add(stays("holds", "reason", all.reasons(), names.reasons()));
        }
        return tables;
    }

    private static Table scores(Dashboard all) {
        var given = all.flow().parts(Figure.RATED, all.cut().period());
        var replies = all.flow().parts(Figure.REPLY_RATED, all.cut().period());
        var rows = LongStream.rangeClosed(1, BEST)
                .mapToObj(score -> Table.row(
                        text("score." + score),
                        Cell.of(given.getOrDefault(score, Sum.NONE).n()),
                        Cell.of(replies.getOrDefault(score, Sum.NONE).n())))
                .toList();
        return Table.of(
                "scores",
                text("scores"),
                Texts.get("reporting.export.score"),
                List.of("ratings", "reply-ratings"),
                rows);
    }

    private static Table promises(Dashboard all, OptionalInt target, boolean staff) {
        var rows = Arrays.stream(ServiceMetric.values())
                .filter(metric -> staff || metric != ServiceMetric.ESCALATION)
                .map(metric -> promise(all, target, metric))
                .toList();
        return Table.of("promises", text("promises"), text("promise"), Targets.figures(target, "kept", "missed"), rows);
    }

    private static List<Cell> promise(Dashboard all, OptionalInt target, ServiceMetric metric) {
        var kept = total(all, Figure.kept(metric)).n();
        var missed = total(all, Figure.missed(metric)).n();
        return Targets.row(
                text("metric." + metric.name().toLowerCase(Locale.ROOT)),
                target,
                kept,
                missed,
                Cell.of(kept),
                Cell.of(missed));
    }

    private static Table times(Dashboard all) {
        var answered = total(all, Figure.ANSWERED);
        var again = total(all, Figure.ANSWERED_AGAIN);
        var solved = total(all, Figure.SOLVED);
        var none = Spread.NONE;
        return Table.of(
                "times",
                text("took"),
                text("took.what"),
                List.of("median", "ninetieth", "mean"),
                List.of(
                        took("answer", all.answers(), mean(answered)),
                        took("again", none, mean(again)),
                        took("solution", all.solutions(), mean(solved)),
                        took("running", all.solutionsRunning(), runningMean(solved))));
    }

    private static List<Cell> took(String what, Spread spread, Cell mean) {
        return Table.row(text("took." + what), Cell.of(spread.median()), Cell.of(spread.ninetieth()), mean);
    }

    private static Table counts(Dashboard all, boolean staff) {
        var rows = Stream.of(Figure.SOLVED, Figure.REOPENED, Figure.HANDED_OVER)
                .filter(figure -> staff || !figure.isInternal())
                .map(figure -> Table.row(
                        text("count." + figure.name().toLowerCase(Locale.ROOT)),
                        Cell.of(total(all, figure).n())))
                .toList();
        return Table.of("counts", text("export.counts"), text("export.figure"), List.of("times"), rows);
    }

    private static Table stays(String key, String what, Map<Long, Sum> stays, Map<Long, String> named) {
        var rows = stays.entrySet().stream()
                .filter(one -> named.containsKey(one.getKey()))
                .sorted(Comparator.comparingLong(
                                (Map.Entry<Long, Sum> one) -> one.getValue().running())
                        .reversed())
                .map(one -> Table.row(
                        named.getOrDefault(one.getKey(), ""),
                        Cell.of(one.getValue().n()),
                        mean(one.getValue()),
                        runningMean(one.getValue())))
                .toList();
        return Table.of(key, text(key), text(what), List.of("times", "mean-business", "mean-running"), rows);
    }

    private static Sum total(Dashboard all, Figure figure) {
        return all.flow().total(figure, all.cut().period());
    }

    private static Cell mean(Sum sum) {
        return sum.n() == 0 ? Cell.BLANK : Cell.of(sum.mean());
    }

    private static Cell runningMean(Sum sum) {
        return sum.n() == 0 ? Cell.BLANK : Cell.of(sum.runningMean());
    }

    private static String text(String key) {
        return Texts.get("reporting." + key);
    }
}
