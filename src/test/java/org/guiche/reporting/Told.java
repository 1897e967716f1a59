package org.guiche.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.guiche.units.BusinessUnit;
import org.guiche.units.ClockEffect;
import org.guiche.units.ServiceMetric;
import org.guiche.units.Status;

/**
 * What follows for reports from the history of one ticket alone, told event by event and counted minute by minute: another way than the
 * product's, which asks stays and clocks.
 */
final class Told {

    /** A line of the history. */
    record Line(String type, Instant at, boolean byStaff, String from, String to) {}

    private final BusinessUnit unit;
    private final List<Line> lines;

    Told(BusinessUnit unit, List<Line> lines) {
        this.unit = unit;
        this.lines = lines;
    }

    /** So many of something on some day, with the minutes of service that it took. */
    static final class Counts {

        final Map<String, Long> n = new HashMap<>();
        final Map<String, Long> minutes = new HashMap<>();

        void add(String what, LocalDate day, long took) {
            n.merge(what + " " + day, 1L, Long::sum);
            minutes.merge(what + " " + day, took, Long::sum);
        }
    }

    private record Stretch(Status status, Instant from) {}

    void count(Counts counts) {
        var opened = lines.get(0).at();
        counts.add("CREATED", day(opened), 0);
        lines.stream()
                .filter(line -> line.type().equals("MESSAGE_ADDED") && line.byStaff())
                .findFirst()
                .ifPresent(line -> counts.add(
                        "ANSWERED", day(line.at()), served(opened, line.at(), pausing(ServiceMetric.FIRST_RESPONSE))));
        countStretches(counts, stretches(opened));
        countHands(counts);
    }

    private List<Stretch> stretches(Instant opened) {
        var stretches = new ArrayList<Stretch>();
        stretches.add(new Stretch(unit.initialStatus(), opened));
        lines.stream()
                .filter(line -> line.type().equals("STATUS_CHANGED"))
                .forEach(line -> stretches.add(new Stretch(unit.status(line.to()), line.at())));
        return stretches;
    }

    private void countStretches(Counts counts, List<Stretch> stretches) {
        counts.add("OPENED", day(stretches.get(0).from()), 0);
        Instant solved = null;
        for (int i = 1; i < stretches.size(); i++) {
            var before = stretches.get(i - 1);
            var now = stretches.get(i);
            counts.add("STAYED", day(now.from()), served(before.from(), now.from(), none -> false));
            var wasOpen = before.status().category().isUnfinished();
            var isOpen = now.status().category().isUnfinished();
            if (wasOpen && !isOpen) {
                counts.add("SETTLED", day(now.from()), 0);
                solved = now.from();
            } else if (!wasOpen && isOpen) {
                counts.add("OPENED", day(now.from()), 0);
                counts.add("REOPENED", day(now.from()), 0);
                solved = null;
            }
        }
        if (solved != null) {
            counts.add("SOLVED", day(solved), served(lines.get(0).at(), solved, pausing(ServiceMetric.RESOLUTION)));
        }
    }

    private void countHands(Counts counts) {
        var owned = false;
        for (var line : lines) {
            if (line.type().equals("ASSIGNED") && line.to() != null) {
                if (line.from() != null) {
                    counts.add("HANDED_OVER", day(line.at()), 0);
                }
                owned = true;
            } else if (line.type().equals("SECTOR_CHANGED") && owned) {
                counts.add("HANDED_OVER", day(line.at()), 0);
            }
        }
    }

    private Predicate<Instant> pausing(ServiceMetric metric) {
        var stretches = stretches(lines.get(0).at());
        return minute -> {
            var current = stretches.get(0).status();
            for (var one : stretches) {
                if (!one.from().isAfter(minute)) {
                    current = one.status();
                }
            }
            return current.effect(metric) == ClockEffect.PAUSE;
        };
    }

    private long served(Instant from, Instant to, Predicate<Instant> paused) {
        long minutes = 0;
        for (var at = from; at.isBefore(to); at = at.plus(Duration.ofMinutes(1))) {
            if (unit.calendar().isOpen(at) && !paused.test(at)) {
                minutes++;
            }
        }
        return minutes;
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(
                at.truncatedTo(ChronoUnit.SECONDS), unit.calendar().zone());
    }
}
