package org.guiche.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.time.ClockKind.BUSINESS_DAYS;
import static org.guiche.time.ClockKind.OPEN_HOURS;
import static org.guiche.time.ClockKind.RUNNING;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesTest {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    private final ServiceCalendar matriz = weekdays(Holidays.national(), "09:00-17:30");

    @Test
    void pausesDoNotCountHoweverTheyOverlap() {
        var pauses = List.of(
                span("2026-11-23T11:00", "2026-11-23T12:00"),
                span("2026-11-23T10:00", "2026-11-23T11:30"),
                span("2026-11-23T15:00", "2026-11-23T15:00"));

        assertThat(matriz.due(at("2026-11-23T09:30"), Amount.hours(1), OPEN_HOURS, pauses))
                .isEqualTo(at("2026-11-23T12:30"));
        assertThat(matriz.elapsed(at("2026-11-23T09:30"), at("2026-11-23T12:30"), OPEN_HOURS, pauses))
                .isEqualTo(Duration.ofHours(1));
        assertThat(matriz.due(at("2026-11-23T10:30"), Amount.hours(48), RUNNING, pauses))
                .isEqualTo(at("2026-11-25T12:00"));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "2026-11-24T14:00, 2026-11-24T16:00, 2026-11-25T17:30", // over before service ends: costs nothing
        "2026-11-24T16:00, 2026-11-25T10:00, 2026-11-26T17:30", // over one evening
        "2026-11-24T00:00, 2026-11-26T00:00, 2026-11-27T17:30", // two whole days
        "2026-11-25T10:00, 2026-11-25T17:30, 2026-11-26T17:30", // over the last minute of service
        "2026-11-25T17:30, 2026-11-26T10:00, 2026-11-25T17:30" // begins when it is due
    })
    void aPauseCostsAsManyBusinessDaysAsItOutlasts(String from, String to, String due) {
        var pauses = List.of(span(from, to));

        assertThat(matriz.due(at("2026-11-23T10:00"), Amount.days(2), BUSINESS_DAYS, pauses))
                .isEqualTo(at(due));
    }

    private static ServiceCalendar weekdays(Holidays holidays, String... bands) {
        return new ServiceCalendar(BRASILIA, WeeklyHours.weekdays(bands), holidays);
    }

    private static Span span(String from, String to) {
        return new Span(at(from), at(to));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BRASILIA).toInstant();
    }
}
