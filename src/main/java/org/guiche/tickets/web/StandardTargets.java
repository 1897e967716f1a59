package org.guiche.tickets.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guiche.shared.Texts;
import org.guiche.tickets.web.StandardUnit.Row;
import org.guiche.tickets.web.StandardUnit.Term;
import org.guiche.time.ClockKind;
import org.guiche.time.Wording;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Classification;
import org.guiche.units.Priority;
import org.guiche.units.PriorityChoice;
import org.guiche.units.PrioritySource;
import org.guiche.units.ServiceMetric;
import org.guiche.units.ServiceTargets;
import org.guiche.units.Target;
import org.jspecify.annotations.Nullable;

/** Says what a unit promises to whoever has contracted nothing of its own, choice by choice, each with an example. */
final class StandardTargets {

    private static final String KEY = "tickets.standards.";
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final Set<ServiceMetric> IN_ROWS =
            EnumSet.of(ServiceMetric.FIRST_RESPONSE, ServiceMetric.RESOLUTION);

    private final BusinessUnit unit;
    private final Instant now;
    private final Wording wording;

    StandardTargets(BusinessUnit unit, Instant now) {
        this.unit = unit;
        this.now = now;
        this.wording = new Wording(unit.calendar().zone());
    }

    /** A Friday at four, as people ask. */
    private Instant example() {
        return unit.today(now)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY))
                .atTime(AFTERNOON)
                .atZone(unit.calendar().zone())
                .toInstant();
    }

    String exampleWords() {
        return Texts.get(KEY + "example", wording.absolute(example()).replaceFirst(" de \\d{4}", ""));
    }

    /** Only choices of which something is promised, all of them as soon as one has something. */
    List<Row> rows() {
        var rows = choices();
        return rows.stream().allMatch(row -> row.due().isEmpty()) ? List.of() : rows;
    }

    private List<Row> choices() {
        if (unit.prioritySource() == PrioritySource.CLASSIFICATION) {
            return unit.classifications().stream().map(this::row).toList();
        }
        var offered = unit.priorities().stream().map(this::row).toList();
        return offered.isEmpty() ? List.of(row("", "", Priority.MEDIUM, targets(null, Priority.MEDIUM))) : offered;
    }

    private Row row(Classification one) {
        return row(one.name(), one.description(), one.priority(), targets(one, one.priority()));
    }

    private Row row(PriorityChoice one) {
        return row("", one.description(), one.priority(), targets(null, one.priority()));
    }

    private ServiceTargets targets(@Nullable Classification classification, Priority priority) {
        return unit.targets(classification, priority, List.of());
    }

    private Row row(String name, String description, Priority priority, ServiceTargets targets) {
        var first = targets.target(ServiceMetric.FIRST_RESPONSE);
        var solution = targets.target(ServiceMetric.RESOLUTION);
        return new Row(name, description, priority, label(first), label(solution), due(first, solution));
    }

    private static String label(Optional<Target> target) {
        return target.map(Target::label).orElse("—");
    }

    private String due(Optional<Target> first, Optional<Target> solution) {
        return solution.map(target -> Texts.get(KEY + "due.solution", end(target)))
                .or(() -> first.map(target -> Texts.get(KEY + "due.first", end(target))))
                .orElse("");
    }

    private String end(Target target) {
        return wording.deadline(unit.calendar().due(example(), target.amount(), target.clock(), List.of()), now);
    }

    /** Everything that is promised to some choice or other. */
    private Stream<ServiceTargets> all() {
        return unit.prioritySource() == PrioritySource.CLASSIFICATION
                ? unit.classifications().stream().map(one -> targets(one, one.priority()))
                : unit.priorities().isEmpty()
                        ? Stream.of(targets(null, Priority.MEDIUM))
                        : unit.priorities().stream().map(one -> targets(null, one.priority()));
    }

    /** What stands in no column. */
    List<String> others() {
        var said = new LinkedHashSet<String>();
        all().forEach(targets -> targets.targets().forEach((metric, target) -> {
            if (!IN_ROWS.contains(metric) && metric != ServiceMetric.ESCALATION) {
                said.add(Texts.get(KEY + metric.name().toLowerCase(Locale.ROOT), target.label()));
            }
        }));
        return List.copyOf(said);
    }

    /** What the durations count, also those of statuses. */
    List<Term> clocks() {
        var kinds = new LinkedHashSet<ClockKind>();
        all().flatMap(targets -> targets.targets().values().stream()).forEach(target -> kinds.add(target.clock()));
        unit.statuses().forEach(status -> {
            var auto = status.rules().auto();
            if (auto != null) {
                kinds.add(auto.after().clock());
            }
        });
        var terms = new ArrayList<Term>();
        kinds.forEach(kind -> terms.add(new Term(
                Texts.get(KEY + "clock." + kind.name().toLowerCase(Locale.ROOT)),
                Explaining.counts(kind, unit.calendar()))));
        return terms;
    }
}
