package org.guiche.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.guiche.time.Explanation;
import org.guiche.time.Holidays;
import org.guiche.time.ServiceCalendar;
import org.guiche.time.Span;
import org.guiche.time.WeeklyHours;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How long one deadline takes, and what it leaves to the collector, over a month and over a year (docs/performance.md, Time). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TimeBench {

    private static final Path FILE = Path.of("target", "bench", "time.md");
    private static final Instant START = Instant.parse("2026-01-05T13:20:00Z");
    private static final List<Span> PAUSES = List.of(pause(3), pause(9), pause(20));

    @Param
    public ClockKind kind = ClockKind.RUNNING;

    @Param({"30", "365"})
    public int days;

    private final ServiceCalendar calendar = new ServiceCalendar(
            ServiceCalendar.zone("America/Sao_Paulo"),
            WeeklyHours.weekdays("09:00-12:00", "13:30-18:00"),
            Holidays.national().withCity("São Paulo/SP"));
    private Amount amount = Amount.days(1);
    private Instant end = START;

    private static Span pause(int day) {
        var from = START.plus(Duration.ofDays(day));
        return new Span(from, from.plus(Duration.ofHours(30)));
    }

    /** As much as the clock counts in so many days, so that each kind walks through all of them. */
    @Setup
    public void findTheAmount() {
        end = START.plus(Duration.ofDays(days));
        var counted = calendar.elapsed(START, end, kind, PAUSES);
        amount = kind == ClockKind.BUSINESS_DAYS ? Amount.days(counted.toDays()) : Amount.minutes(counted.toMinutes());
    }

    @Benchmark
    public Instant due() {
        return calendar.due(START, amount, kind, PAUSES);
    }

    @Benchmark
    public Duration elapsed() {
        return calendar.elapsed(START, end, kind, PAUSES);
    }

    @Benchmark
    public Explanation explain() {
        return calendar.explain(START, amount, kind, PAUSES);
    }

    /** Measures and writes the table of {@code docs/performance.md} to {@code target/bench/time.md}. */
    public static void main(String[] arguments) throws RunnerException, IOException {
        var options = new OptionsBuilder()
                .include(TimeBench.class.getSimpleName())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .build();
        var table = table(new Runner(options).run());
        Files.createDirectories(FILE.toAbsolutePath().getParent());
        Files.write(FILE, table);
        table.forEach(System.out::println);
    }

    private static List<String> table(Collection<RunResult> results) {
        var table = new ArrayList<>(
                List.of("| what | clock | days | time | allocated |", "| --- | --- | --- | --- | --- |"));
        for (var result : results) {
            var time = result.getPrimaryResult();
            var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
            table.add("| %s | %s | %s | %.1f µs | %,.0f B |"
                    .formatted(
                            time.getLabel(),
                            result.getParams().getParam("kind"),
                            result.getParams().getParam("days"),
                            time.getScore(),
                            allocated == null ? Double.NaN : allocated.getScore()));
        }
        return table;
    }
}
