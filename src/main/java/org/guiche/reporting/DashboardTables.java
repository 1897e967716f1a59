package org.guiche.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.guiche.accounts.Person;
import org.guiche.shared.Texts;
import org.guiche.sheets.Cell;
import org.guiche.tickets.Figure;
import org.guiche.units.StatusCategory;

/** The dashboard as tables: the same figures as on its page, in the same order, with what its charts are drawn from. */
@Dependent
class DashboardTables {

    private static final int HOURS = 24;

    @Inject
    CutNames names;

    @Inject
    ServiceTables service;

    List<Table> of(Dashboard all, ReportRequest asked, List<Line> lines, Person person) {
        var tables = new ArrayList<Table>();
        tables.add(service.key(all));
        tables.add(flow(all));
        tables.add(ages(all));
        tables.add(lines(asked, lines, person));
        tables.add(hours(all));
        tables.addAll(service.of(all, asked.target(), person.isStaff()));
        return tables;
    }

    private static Table flow(Dashboard all) {
        var solved = all.flow().series(Figure.SOLVED, all.cut().period());
        var rows = new ArrayList<List<Cell>>();
        all.flow()
                .series(Figure.CREATED, all.cut().period())
                .forEach((start, created) -> rows.add(List.of(
                        Cell.of(start),
                        Cell.of(created.n()),
                        Cell.of(solved.getOrDefault(start, Sum.NONE).n()))));
        var grain = all.cut().period().grain().name().toLowerCase(Locale.ROOT);
        return Table.of("flow", text("flow"), text("grain." + grain), List.of("created-count", "solved-count"), rows);
    }

    private static Table ages(Dashboard all) {
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < all.ages().size(); i++) {
            var age = all.ages().get(i);
            rows.add(Table.row(
                    text("age." + i),
                    sum(age, EnumSet.of(StatusCategory.NEW, StatusCategory.OPEN)),
                    sum(age, EnumSet.of(StatusCategory.PENDING)),
                    sum(age, EnumSet.of(StatusCategory.ON_HOLD)),
                    sum(age, age.keySet())));
        }
        return Table.of("ages", text("age"), text("age.band"), List.of("open", "pending", "on-hold", "all"), rows);
    }

    private static Cell sum(Map<StatusCategory, Long> age, Set<StatusCategory> categories) {
        return Cell.of(
                categories.stream().mapToLong(one -> age.getOrDefault(one, 0L)).sum());
    }

    private Table lines(ReportRequest asked, List<Line> lines, Person person) {
        var by = asked.by();
        var named = names.of(by, lines.stream().map(Line::key).toList(), person);
        var rows = lines.stream()
                .filter(line -> named.containsKey(line.key()))
                .map(line -> line(named.getOrDefault(line.key(), ""), line, asked.target()))
                .toList();
        var label = CutNames.label(by);
        return Table.of(
                "lines",
                Texts.get("reporting.lines", label.toLowerCase(Locale.forLanguageTag("pt-BR"))),
                label,
                Targets.figures(
                        asked.target(),
                        "kept",
                        "missed",
                        "created-count",
                        "solved-count",
                        "open",
                        "on-hold",
                        "answer",
                        "csat"),
                rows);
    }

    private static List<Cell> line(String name, Line line, OptionalInt target) {
        return Targets.row(
                name,
                target,
                line.kept(),
                line.missed(),
                Cell.of(line.kept()),
                Cell.of(line.missed()),
                Cell.of(line.created()),
                Cell.of(line.solved()),
                Cell.of(line.open()),
                Cell.of(line.onHold()),
                Cell.of(line.answers().median()),
                ServiceTables.mean(line.points(), line.rated()));
    }

    private static Table hours(Dashboard all) {
        var rows = new ArrayList<List<Cell>>();
        new TreeMap<>(all.hours())
                .forEach((hour, spread) -> rows.add(Table.row(
                        text("day." + DayOfWeek.of(hour / HOURS + 1).getValue()),
                        Cell.of(hour % HOURS),
                        Cell.of(spread.median()),
                        Cell.of(spread.size()))));
        return Table.of("hours", text("heat"), text("grain.day"), List.of("hour", "answer", "tickets"), rows);
    }

    private static String text(String key) {
        return Texts.get("reporting." + key);
    }
}
