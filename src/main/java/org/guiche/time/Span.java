package org.guiche.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A half-open stretch of time, {@code [from, to)}: a pause, a band of a certain day, time that counted. */
public record Span(Instant from, Instant to) {

    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a span ends before it begins: " + from + " .. " + to);
        }
    }

    /** How long it is. */
    public Duration length() {
        return Duration.between(from, to);
    }

    boolean isEmpty() {
        return !from.isBefore(to);
    }

    /** The same spans in order, those that touch or overlap joined, empty ones left out. */
    static List<Span> joined(List<Span> spans) {
        var joined = new ArrayList<Span>();
        for (var span : spans.stream()
                .filter(s -> !s.isEmpty())
                .sorted(Comparator.comparing(Span::from))
                .toList()) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || last.to.isBefore(span.from)) {
                joined.add(span);
            } else if (last.to.isBefore(span.to)) {
                joined.set(joined.size() - 1, new Span(last.from, span.to));
            }
        }
        return joined;
    }

    /** What is left of this span without the holes, which are joined and in order. */
    List<Span> without(List<Span> holes) {
        if (holes.isEmpty()) {
            return List.of(this);
        }
        var left = new ArrayList<Span>();
        var at = from;
        for (var hole : holes) {
            if (hole.from.isBefore(to) && hole.to.isAfter(at)) {
                if (hole.from.isAfter(at)) {
                    left.add(new Span(at, hole.from));
                }
                at = hole.to;
            }
        }
        if (at.isBefore(to)) {
            left.add(new Span(at, to));
        }
        return left;
    }
}
