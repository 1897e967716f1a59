package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guiche.reporting.Dashboard;
import org.guiche.reporting.Period;
import org.guiche.reporting.Sum;
import org.guiche.reporting.Target;
import org.guiche.shared.Texts;
import org.guiche.tickets.Figure;
import org.jspecify.annotations.Nullable;

/** The five figures at the head of the dashboard, each beside what it was in the time before. */
@Named
@RequestScoped
public class KpiRow {

    @Inject
    Reporting reporting;

    @Inject
    Drill drill;

    /**
     * One figure.
     *
     * @param unit what stands small behind the value; may be empty
     * @param change against the time before; empty where there is nothing to say
     * @param tone {@code up} where the change is good, {@code dn} where it is bad; empty where it is neither
     * @param line the points of its line over the time
     * @param href the tickets behind it; null where it has none
     */
    public record Kpi(
            String label,
            String value,
            String unit,
            String change,
            String tone,
            String about,
            String line,
            @Nullable String href) {}

    /** The figures, in order. */
    public List<Kpi> getAll() {
        var all = reporting.dashboard();
        return List.of(created(all), backlog(all), kept(all), answered(all), rated(all));
    }

    private static Period now(Dashboard all) {
        return all.cut().period();
    }

    private static Period before(Dashboard all) {
        return now(all).before();
    }

    private Kpi created(Dashboard all) {
        var created = all.flow().total(Figure.CREATED, now(all)).n();
        return new Kpi(
                text("created"),
                Numbers.count(created),
                "",
                Numbers.change(
                        created, all.flow().total(Figure.CREATED, before(all)).n()),
                "",
                text("before"),
                counts(all, Figure.CREATED),
                drill.to(Figure.CREATED));
    }

    private Kpi backlog(Dashboard all) {
        var open = all.openAt(now(all).to());
        var was = all.openAt(before(all).to());
        var line = new ArrayList<Double>();
        all.flow()
                .series(Figure.OPENED, now(all))
                .keySet()
                .forEach(start -> line.add((double) all.openAt(end(all, start))));
        return new Kpi(
                text("backlog"),
                Numbers.count(open),
                "",
                Numbers.change(open, was),
                tone((double) was - open),
                Texts.get("reporting.kpi.was", Numbers.count(was)),
                Sparkline.of(line),
                drill.open(Map.of()));
    }

    private LocalDate end(Dashboard all, LocalDate start) {
        return start.isAfter(now(all).to())
                ? now(all).to()
                : drill.within(start).to();
    }

    private Kpi kept(Dashboard all) {
        var kept = all.flow().total(Figure.KEPT_RESOLUTION, now(all)).n();
        var missed = all.flow().total(Figure.MISSED_RESOLUTION, now(all)).n();
        var share = share(kept, missed);
        var keptBefore = all.flow().total(Figure.KEPT_RESOLUTION, before(all)).n();
        var missedBefore =
                all.flow().total(Figure.MISSED_RESOLUTION, before(all)).n();
        var change = kept + missed == 0 || keptBefore + missedBefore == 0 ? 0 : share - share(keptBefore, missedBefore);
        return new Kpi(
                text("kept"),
                kept + missed == 0 ? text("none") : Numbers.decimal(share),
                kept + missed == 0 ? "" : "%",
                change == 0 ? "" : Texts.get("reporting.kpi.points", Numbers.signed(change)),
                tone(change),
                about(kept, missed),
                shares(all),
                drill.to(Figure.MISSED_RESOLUTION));
    }

    private String about(long kept, long missed) {
        var target = Target.of(reporting.query().target(), kept, missed);
        return target.at() == 0
                ? Texts.get("reporting.kpi.missed", Numbers.count(missed), missed)
                : Texts.get("reporting.target.of", target.at(), target.words());
    }

    private static double share(long part, long rest) {
        return part + rest == 0 ? 0 : 100.0 * part / (part + rest);
    }

    private Kpi answered(Dashboard all) {
        var median = all.answers().median().orElse(null);
        var was = all.answersBefore().median().orElse(null);
        var change = median == null || was == null ? 0 : median.toMinutes() - was.toMinutes();
        return new Kpi(
                text("answered"),
                median == null ? text("none") : Numbers.time(median),
                median == null ? "" : text("business"),
                change == 0 ? "" : Texts.get("reporting.kpi.minutes", Numbers.signed(change)),
                tone(-(double) change),
                all.answers()
                        .ninetieth()
                        .map(most -> Texts.get("reporting.kpi.median", Numbers.time(most)))
                        .orElse(""),
                means(all),
                drill.to(Figure.ANSWERED));
    }

    private Kpi rated(Dashboard all) {
        var rated = all.flow().total(Figure.RATED, now(all)).n();
        var points = Scores.mean(all.flow().parts(Figure.RATED, now(all)));
        var was = Scores.mean(all.flow().parts(Figure.RATED, before(all)));
        var change = points == 0 || was == 0 ? 0 : points - was;
        return new Kpi(
                text("rated"),
                rated == 0 ? text("none") : Numbers.decimal(points),
                rated == 0 ? "" : text("of-five"),
                change == 0 ? "" : Numbers.signed(change),
                tone(change),
                Texts.get("reporting.kpi.ratings", Numbers.count(rated), rated),
                "",
                rated == 0 ? null : drill.to(Figure.RATED));
    }

    private String counts(Dashboard all, Figure figure) {
        return Sparkline.of(all.flow().series(figure, now(all)).values().stream()
                .map(sum -> (double) sum.n())
                .toList());
    }

    private String means(Dashboard all) {
        return Sparkline.of(all.flow().series(Figure.ANSWERED, now(all)).values().stream()
                .map(Sum::mean)
                .map(Duration::toMinutes)
                .map(Long::doubleValue)
                .toList());
    }

    private String shares(Dashboard all) {
        var missed = all.flow().series(Figure.MISSED_RESOLUTION, now(all));
        return Sparkline.of(all.flow().series(Figure.KEPT_RESOLUTION, now(all)).entrySet().stream()
                .map(one -> share(
                        one.getValue().n(),
                        missed.getOrDefault(one.getKey(), Sum.NONE).n()))
                .toList());
    }

    private static String tone(double better) {
        return better > 0 ? "up" : better < 0 ? "dn" : "";
    }

    private static String text(String key) {
        return Texts.get("reporting.kpi." + key);
    }
}
