package org.guiche.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guiche.tickets.Figure;

/** What was counted on each day of some time. */
public final class Flow {

    private record Entry(LocalDate day, long part, Sum sum) {}

    private final Map<Figure, List<Entry>> entries = new EnumMap<>(Figure.class);

    void add(LocalDate day, Figure figure, long part, Sum sum) {
        entries.computeIfAbsent(figure, any -> new ArrayList<>()).add(new Entry(day, part, sum));
    }

    /** All of that within that time. */
    public Sum total(Figure figure, Period period) {
        return of(figure).stream()
                .filter(one -> period.holds(one.day()))
                .map(Entry::sum)
                .reduce(Sum.NONE, Sum::plus);
    }

    /** The same by kind. */
    public Map<Long, Sum> parts(Figure figure, Period period) {
        var parts = new TreeMap<Long, Sum>();
        of(figure).stream()
                .filter(one -> period.holds(one.day()))
                .forEach(one -> parts.merge(one.part(), one.sum(), Sum::plus));
        return parts;
    }

    /** The same by steps, from the first to the last step of that time, those without any among them. */
    public Map<LocalDate, Sum> series(Figure figure, Period period) {
        var grain = period.grain();
        var steps = new TreeMap<LocalDate, Sum>();
        for (var start = grain.start(period.from()); !start.isAfter(period.to()); start = grain.next(start)) {
            steps.put(start, Sum.NONE);
        }
        of(figure).stream()
                .filter(one -> period.holds(one.day()))
                .forEach(one -> steps.merge(grain.start(one.day()), one.sum(), Sum::plus));
        return steps;
    }

    private List<Entry> of(Figure figure) {
        return entries.getOrDefault(figure, List.of());
    }
}
