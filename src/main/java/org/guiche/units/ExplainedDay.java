package org.guiche.units;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guiche.time.Explanation;
import org.guiche.time.Span;
import org.jspecify.annotations.Nullable;

/**
 * One day of why a deadline is when it is, as the API tells it.
 *
 * @param kind OPEN, WEEKEND, HOLIDAY or CLOSED
 * @param holiday its name, also where it closes a part of the day only
 * @param bands the service of that very day
 * @param run what of the day the clock counted
 * @param paused where it stood still
 * @param counted the sum of what it counted, in ISO 8601
 */
public record ExplainedDay(
        String date,
        String kind,
        @Nullable String holiday,
        List<Interval> bands,
        List<Interval> run,
        List<Interval> paused,
        String counted) {

    public ExplainedDay {
        bands = List.copyOf(bands);
        run = List.copyOf(run);
        paused = List.copyOf(paused);
    }

    /** From the first instant to the last, which does not belong to it. */
    public record Interval(Instant from, Instant to) {}

    /** Day by day, from the start to the deadline. */
    public static List<ExplainedDay> of(Explanation explanation) {
        return explanation.days().stream().map(ExplainedDay::of).toList();
    }

    private static ExplainedDay of(Explanation.Day day) {
        LocalDate date = day.date();
        Duration counted = day.countedTime();
        return new ExplainedDay(
                date.toString(),
                day.kind().name(),
                day.holiday(),
                intervals(day.service()),
                intervals(day.counted()),
                intervals(day.pauses()),
                counted.toString());
    }

    private static List<Interval> intervals(List<Span> spans) {
        return spans.stream().map(span -> new Interval(span.from(), span.to())).toList();
    }
}
