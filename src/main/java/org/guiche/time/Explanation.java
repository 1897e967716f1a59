package org.guiche.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a deadline is when it is: day by day, what counted and what did not. The screen draws it as the deadline ruler (DESIGN
 * section 1), the API answers it.
 *
 * @param start when the clock started; what it counted first may lie later
 * @param days every local day from the start to the deadline, both included
 */
public record Explanation(Instant start, Amount amount, ClockKind kind, Instant due, List<Day> days) {

    public Explanation {
        days = List.copyOf(days);
    }

    /** What a day is to the calendar. */
    public enum DayKind {
        /** There is service, perhaps on a part of the usual hours only. */
        OPEN,
        /** Saturday or Sunday without service, a holiday or not. */
        WEEKEND,
        /** A holiday takes the service that the day of the week has. */
        HOLIDAY,
        /** Another day of the week without service. */
        CLOSED
    }

    /**
     * One local day between start and deadline.
     *
     * @param holiday the holiday's name, also when it closes a part of the day or falls on a weekend
     * @param axis what the day's cell in the ruler stands for: first opening to last closing, or all of the day where the kind
     *     counts the whole day or there is no service
     * @param service the bands of that day
     * @param counted what of the day counted; for BUSINESS_DAYS the whole service of each day that counts
     * @param pauses the pauses met between start and deadline
     */
    public record Day(
            LocalDate date,
            DayKind kind,
            @Nullable String holiday,
            Span axis,
            List<Span> service,
            List<Span> counted,
            List<Span> pauses) {

        public Day {
            service = List.copyOf(service);
            counted = List.copyOf(counted);
            pauses = List.copyOf(pauses);
        }

        /** How much of the day counted. */
        public Duration countedTime() {
            return counted.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
        }

        /** Whether nothing of it counted. */
        public boolean isSkipped() {
            return counted.isEmpty();
        }

        /** Where an instant lies on the day's axis: 0 at its beginning or before, 1 at its end or after. */
        public double position(Instant instant) {
            var at = (double) Duration.between(axis.from(), instant).toMillis();
            return Math.max(0, Math.min(1, at / axis.length().toMillis()));
        }
    }

    /** The holidays between start and deadline that kept the clock from counting at all on a day with usual service. */
    public List<Day> skippedHolidays() {
        return days.stream()
                .filter(day -> day.kind() == DayKind.HOLIDAY && day.isSkipped())
                .toList();
    }

    /** How many days counted, in whole or in part. */
    public long countedDays() {
        return days.stream().filter(day -> !day.isSkipped()).count();
    }
}
