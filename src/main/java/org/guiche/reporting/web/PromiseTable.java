package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.reporting.ReportQuery;
import org.guiche.reporting.Sum;
import org.guiche.reporting.Target;
import org.guiche.shared.Texts;
import org.guiche.tickets.Figure;
import org.guiche.units.ServiceMetric;

/** What was promised and kept, by what was promised; and how long answers and solutions took. */
@Named
@RequestScoped
public class PromiseTable {

    private static final int WHOLE = 100;

    @Inject
    Reporting reporting;

    @Inject
    CurrentUser user;

    @Inject
    Drill drill;

    /** A promise. */
    public record Row(
            String name,
            long percent,
            String share,
            Target target,
            String kept,
            String keptHref,
            String missed,
            String missedHref) {}

    /** A length of time. */
    public record Took(String name, String median, String ninetieth, String mean) {}

    /** A plain figure. */
    public record Count(String name, String count, String href) {}

    /** What was promised of which anything was kept or missed within the time. */
    public List<Row> getRows() {
        return Arrays.stream(ServiceMetric.values())
                .filter(metric -> user.isStaff() || metric != ServiceMetric.ESCALATION)
                .filter(metric -> total("KEPT_", metric) + total("MISSED_", metric) > 0)
                .map(this::row)
                .toList();
    }

    private Row row(ServiceMetric metric) {
        var kept = total("KEPT_", metric);
        var all = kept + total("MISSED_", metric);
        return new Row(
                Texts.get("reporting.metric." + metric.name().toLowerCase(Locale.ROOT)),
                kept * WHOLE / all,
                Numbers.percent(kept, all),
                Target.of(reporting.query().target(), kept, all - kept),
                Numbers.count(kept),
                drill.to(Figure.valueOf("KEPT_" + metric.name())),
                Numbers.count(all - kept),
                drill.to(Figure.valueOf("MISSED_" + metric.name())));
    }

    private long total(String what, ServiceMetric metric) {
        return total(Figure.valueOf(what + metric.name())).n();
    }

    private Sum total(Figure figure) {
        return reporting
                .dashboard()
                .flow()
                .total(figure, reporting.query().cut().period());
    }

    /** How long answers and solutions took. */
    public List<Took> getTimes() {
        var all = reporting.dashboard();
        return List.of(
                new Took(
                        Texts.get("reporting.took.answer"),
                        time(all.answers().median()),
                        time(all.answers().ninetieth()),
                        mean(total(Figure.ANSWERED))),
                new Took(
                        Texts.get("reporting.took.again"),
                        Texts.get("reporting.none"),
                        Texts.get("reporting.none"),
                        mean(total(Figure.ANSWERED_AGAIN))),
                new Took(
                        Texts.get("reporting.took.solution"),
                        time(all.solutions().median()),
                        time(all.solutions().ninetieth()),
                        mean(total(Figure.SOLVED))),
                new Took(
                        Texts.get("reporting.took.running"),
                        time(all.solutionsRunning().median()),
                        time(all.solutionsRunning().ninetieth()),
                        total(Figure.SOLVED).n() == 0
                                ? Texts.get("reporting.none")
                                : Numbers.time(total(Figure.SOLVED).runningMean())));
    }

    private static String time(Optional<Duration> time) {
        return time.map(Numbers::time).orElse(Texts.get("reporting.none"));
    }

    private static String mean(Sum sum) {
        return sum.n() == 0 ? Texts.get("reporting.none") : Numbers.time(sum.mean());
    }

    /** What came back and went from hand to hand. */
    public List<Count> getCounts() {
        var shown = user.isStaff()
                ? List.of(Figure.SOLVED, Figure.REOPENED, Figure.HANDED_OVER)
                : List.of(Figure.SOLVED, Figure.REOPENED);
        return shown.stream()
                .map(figure -> new Count(
                        Texts.get("reporting.count." + ReportQuery.word(figure)),
                        Numbers.count(total(figure).n()),
                        drill.to(figure)))
                .toList();
    }
}
