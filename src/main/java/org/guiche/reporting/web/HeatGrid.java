package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.guiche.reporting.SliceQuery;
import org.guiche.reporting.Spread;
import org.guiche.shared.Texts;
import org.guiche.tickets.Figure;
import org.guiche.time.Wording;
import org.jspecify.annotations.Nullable;

/** {@code 1ª resposta por hora}: how long those waited who asked at that hour of the week. */
@Named
@RequestScoped
public class HeatGrid {

    private static final int HOURS = 24;
    private static final int SHADES = 5;
    private static final int ROOM = 1000;
    private static final double MINUTES = 60;

    @Inject
    Reporting reporting;

    @Inject
    Drill drill;

    private @Nullable List<Row> rows;

    /** An hour of a day; without a number where nobody asked then. */
    public record Cell(
            String text,
            String shade,
            String label,
            @Nullable String href) {}

    /** A day of the week. */
    public record Row(String day, List<Cell> cells) {}

    /** The hours that have a column: those between the first and the last at which anybody asked. */
    public List<Integer> getHours() {
        var asked = new TreeSet<Integer>();
        answers().keySet().forEach(hour -> asked.add(hour % HOURS));
        return asked.isEmpty()
                ? List.of()
                : IntStream.rangeClosed(asked.first(), asked.last()).boxed().toList();
    }

    /** The days on which anybody asked, Monday first. */
    public List<Row> getRows() {
        if (rows == null) {
            var slowest = answers().values().stream()
                    .flatMap(one -> one.median().stream())
                    .max(Duration::compareTo)
                    .orElse(Duration.ofMinutes(1));
            rows = new ArrayList<>();
            for (var day : DayOfWeek.values()) {
                if (answers().keySet().stream().anyMatch(hour -> hour / HOURS == day.getValue() - 1)) {
                    rows.add(row(day, slowest));
                }
            }
        }
        return rows;
    }

    private Map<Integer, Spread> answers() {
        return reporting.dashboard().hours();
    }

    private Row row(DayOfWeek day, Duration slowest) {
        var name = Texts.get("reporting.day." + day.getValue());
        return new Row(
                Wording.weekday(reporting.today().with(day)),
                getHours().stream()
                        .map(hour -> cell((day.getValue() - 1) * HOURS + hour, name, slowest))
                        .toList());
    }

    private Cell cell(int hour, String day, Duration slowest) {
        var spread = answers().getOrDefault(hour, Spread.NONE);
        var median = spread.median().orElse(null);
        if (median == null) {
            return new Cell("", "hm-0", Texts.get("reporting.heat.none", day, hour % HOURS), null);
        }
        var shade = 1 + (int) Math.min(SHADES - 1, median.toSeconds() * SHADES / Math.max(1, slowest.toSeconds()));
        var href = drill.to(
                Figure.ANSWERED, reporting.query().cut().period(), Map.of(SliceQuery.HOUR, String.valueOf(hour)));
        return new Cell(
                shortly(median),
                "hm-" + shade,
                Texts.get("reporting.heat.cell", day, hour % HOURS, Numbers.time(median), Numbers.count(spread.size())),
                href);
    }

    /** In minutes, which the head says, as long as there is room for them. */
    private static String shortly(Duration median) {
        var minutes = median.toMinutes();
        return minutes < ROOM
                ? Numbers.count(minutes)
                : Texts.get("reporting.heat.hours", Numbers.count(Math.round(minutes / MINUTES)));
    }

    /** The finding: when people wait longest. */
    public String getFinding() {
        var slowest = answers().entrySet().stream()
                .filter(one -> one.getValue().median().isPresent())
                .max((a, b) -> a.getValue()
                        .median()
                        .orElseThrow()
                        .compareTo(b.getValue().median().orElseThrow()));
        return slowest.map(one -> Texts.get(
                        "reporting.heat.finding",
                        Texts.get("reporting.day." + (one.getKey() / HOURS + 1)),
                        one.getKey() % HOURS,
                        Numbers.time(one.getValue().median().orElseThrow())))
                .orElseGet(() -> Texts.get("reporting.heat.empty"));
    }
}
