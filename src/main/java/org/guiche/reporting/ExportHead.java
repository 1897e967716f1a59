package org.guiche.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guiche.accounts.Person;
import org.guiche.shared.Texts;
import org.guiche.sheets.Cell;
import org.guiche.sheets.Head;
import org.guiche.sheets.Head.Line;
import org.guiche.tickets.Figure;

/** The first lines of a report: of what it is, for whom and of when, so that a file that is sent on says so itself. */
@Dependent
class ExportHead {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int HOURS = 24;

    @Inject
    CutNames names;

    @Inject
    Recounts recounts;

    @Inject
    ReportQueries queries;

    @Inject
    Clock clock;

    Head of(ReportRequest asked, Person person) {
        var lines = new ArrayList<Line>();
        if (asked.report() == Report.TICKETS) {
            lines.addAll(sliced(asked.slice()));
        }
        if (asked.report() == Report.DASHBOARD || asked.slice().figure() != null) {
            lines.add(line("reporting.period", days(asked.cut().period())));
        }
        if (asked.report() == Report.DASHBOARD) {
            asked.target()
                    .ifPresent(percent ->
                            lines.add(line("reporting.export.target", Texts.get("reporting.export.percent", percent))));
        }
        names.narrowing(asked.cut(), person).forEach((label, name) -> lines.add(new Line(label, Cell.of(name))));
        var zone = queries.zone();
        recounts.reckonedAt()
                .ifPresent(at -> lines.add(new Line(Texts.get("reporting.export.figures"), new Cell.Moment(at, zone))));
        lines.add(line("reporting.export.by", person.name()));
        lines.add(new Line(Texts.get("reporting.export.at"), new Cell.Moment(clock.instant(), zone)));
        var title = asked.report() == Report.DASHBOARD ? "reporting.title" : "reporting.tickets";
        return new Head(asked.report().word(), Texts.get(title), lines);
    }

    private static Line line(String label, String value) {
        return new Line(Texts.get(label), Cell.of(value));
    }

    private static String days(Period period) {
        return Texts.get("reporting.period.range", DAY.format(period.from()), DAY.format(period.to()));
    }

    /** Which tickets. */
    List<Line> sliced(Slice slice) {
        var lines = new ArrayList<Line>();
        var figure = slice.figure();
        var of = figure == null ? "backlog" : figure.name().toLowerCase(Locale.ROOT);
        lines.add(line("reporting.export.of", Texts.get("reporting.of." + of)));
        if (slice.part() != null) {
            lines.add(line("reporting.export.part", part(slice, slice.part())));
        }
        if (slice.hour() != null) {
            var day = Texts.get("reporting.day." + (slice.hour() / HOURS + 1));
            lines.add(line("reporting.export.hour", Texts.get("reporting.export.day-hour", day, slice.hour() % HOURS)));
        }
        if (slice.band() != null) {
            lines.add(line("reporting.age.band", Texts.get("reporting.age." + slice.band())));
        }
        if (slice.category() != null) {
            var word = slice.category().name().toLowerCase(Locale.ROOT);
            lines.add(line("reporting.status", Texts.get("reporting.export.category." + word)));
        }
        return lines;
    }

    private String part(Slice slice, long part) {
        var unnamed = String.valueOf(part);
        if (slice.figure() == Figure.STAYED) {
            return names.statuses().getOrDefault(part, unnamed);
        } else if (slice.figure() == Figure.HELD) {
            return names.reasons().getOrDefault(part, unnamed);
        }
        return slice.figure() == Figure.RATED || slice.figure() == Figure.REPLY_RATED
                ? Texts.get("reporting.score." + part)
                : unnamed;
    }
}
