package org.guiche.reporting.web;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A small line without words, as the points of a polyline in 84 × 28. */
final class Sparkline {

    private static final double WIDTH = 84;
    private static final double TOP = 4;
    private static final double BOTTOM = 24;

    private Sparkline() {}

    /** The points; none where there are fewer than two values. */
    static String of(List<Double> values) {
        if (values.size() < 2) {
            return "";
        }
        double least = Collections.min(values);
        double span = Math.max(Collections.max(values) - least, 1e-9);
        return IntStream.range(0, values.size())
                .mapToObj(i -> point(
                        WIDTH * i / (values.size() - 1), BOTTOM - (BOTTOM - TOP) * (values.get(i) - least) / span))
                .collect(joining(" "));
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }
}
