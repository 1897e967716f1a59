package org.guiche.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table of what was measured and what was wanted, on the screen and in {@code target/bench/report.md}. */
final class Report {

    private static final Path FILE = Path.of("target", "bench", "report.md");

    private static final double GROWTH = 1.3;

    private final List<String> rows = new ArrayList<>();
    private final Map<String, Double> first = new HashMap<>();
    private boolean met = true;

    Report() {
        rows.add("| tickets | what | measured | wanted | |");
        rows.add("| --- | --- | --- | --- | --- |");
    }

    /** Something on the way, for whoever watches. */
    static void note(String line) {
        System.err.println("[bench] " + line);
    }

    /** A figure that is to be at most so much. */
    void atMost(int tickets, String what, double measured, double wanted, String unit) {
        add(tickets, what, measured, "≤ ", wanted, unit, measured <= wanted);
    }

    /** A figure that is to be at least so much. */
    void atLeast(int tickets, String what, double measured, double wanted, String unit) {
        add(tickets, what, measured, "≥ ", wanted, unit, measured >= wanted);
    }

    /** Half of the times and all but a twentieth of them; at a later size also how much they grew. No target is NaN. */
    void times(int tickets, String what, Load.Result result, double p50, double p95) {
        time(tickets, what + ", p50", result.p50(), p50);
        time(tickets, what + ", p95", result.p95(), p95);
        var before = first.putIfAbsent(what, result.p50());
        if (before != null) {
            atMost(tickets, what + ", against the smaller size", result.p50() / before, GROWTH, "times");
        }
    }

    private void time(int tickets, String what, double measured, double wanted) {
        if (Double.isNaN(wanted)) {
            tell(tickets, what, measured, "ms");
        } else {
            atMost(tickets, what, measured, wanted, "ms");
        }
    }

    /** A figure without a target. */
    void tell(int tickets, String what, double measured, String unit) {
        row("| %,d | %s | %s %s | | |", tickets, what, figure(measured), unit);
    }

    private void add(
            int tickets, String what, double measured, String sign, double wanted, String unit, boolean isMet) {
        met &= isMet;
        row(
                "| %,d | %s | %s %s | %s%s | %s |",
                tickets, what, figure(measured), unit, sign, figure(wanted), isMet ? "met" : "**missed**");
    }

    private void row(String format, Object... values) {
        var row = String.format(Locale.ROOT, format, values);
        note(row);
        rows.add(row);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }

    /** Writes the table; says whether every target was met. */
    boolean write(List<String> preface) {
        try {
            Files.createDirectories(FILE.getParent());
            var all = new ArrayList<>(preface);
            all.add("");
            all.addAll(rows);
            Files.write(FILE, all);
            all.forEach(System.out::println);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return met;
    }
}
