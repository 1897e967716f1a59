package org.guiche.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.time.ClockKind.BUSINESS_DAYS;
import static org.guiche.time.ClockKind.OPEN_HOURS;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    private final ServiceCalendar matriz = weekdays(Holidays.national(), "09:00-17:30");

    @Test
    void openAndClosedAreHalfOpen() {
        assertThat(matriz.isOpen(at("2026-11-23T09:00"))).isTrue();
        assertThat(matriz.isOpen(at("2026-11-23T17:30"))).isFalse();
        assertThat(matriz.isOpen(at("2026-11-20T12:00"))).isFalse();
        assertThat(matriz.nextOpening(at("2026-11-23T10:00"))).isEqualTo(at("2026-11-23T10:00"));
        assertThat(matriz.nextOpening(at("2025-11-19T17:30"))).isEqualTo(at("2025-11-21T09:00"));
        assertThat(matriz.closing(at("2026-11-23T18:00"))).isEmpty();
        assertThat(new ServiceCalendar(BRASILIA, WeeklyHours.always(), Holidays.none()).closing(at("2026-11-23T18:00")))
                .isEmpty();
    }

    @Test
    void nightShiftsRunIntoTheNextDayUnlessItIsAHoliday() {
        var nights = new ServiceCalendar(
                BRASILIA, WeeklyHours.never().with(DayOfWeek.THURSDAY, "22:00-06:00"), Holidays.national());

        assertThat(nights.due(at("2026-11-26T21:00"), Amount.hours(3), OPEN_HOURS, List.of()))
                .isEqualTo(at("2026-11-27T01:00"));
        assertThat(nights.closing(at("2026-11-26T23:00"))).hasValue(at("2026-11-27T06:00"));
        assertThat(nights.due(at("2026-11-19T21:00"), Amount.hours(3), OPEN_HOURS, List.of()))
                .as("the 20th is Consciência Negra: its morning is closed")
                .isEqualTo(at("2026-11-26T23:00"));
    }

    @Test
    void midnightBelongsToTheDayThatItEnds() {
        var always = new ServiceCalendar(BRASILIA, WeeklyHours.always(), Holidays.national());
        var explanation = always.explain(at("2026-11-23T12:00"), Amount.hours(12), OPEN_HOURS, List.of());

        assertThat(explanation.due()).isEqualTo(at("2026-11-24T00:00"));
        assertThat(explanation.days()).hasSize(1);
        assertThat(always.due(at("2026-11-23T12:00"), Amount.days(1), BUSINESS_DAYS, List.of()))
                .isEqualTo(at("2026-11-25T00:00"));
        assertThat(always.closing(at("2026-11-18T12:00"))).hasValue(at("2026-11-20T00:00"));
    }

    @Test
    void lunchDoesNotCount() {
        var calendar = weekdays(Holidays.none(), "13:30-18:00", "09:00-12:00");

        assertThat(calendar.due(at("2026-11-23T11:00"), Amount.hours(2), OPEN_HOURS, List.of()))
                .isEqualTo(at("2026-11-23T14:30"));
        assertThat(calendar.due(at("2026-11-23T11:00"), Amount.hours(1), OPEN_HOURS, List.of()))
                .isEqualTo(at("2026-11-23T12:00"));
        assertThat(calendar.closing(at("2026-11-23T11:00"))).hasValue(at("2026-11-23T12:00"));
        assertThat(calendar.nextOpening(at("2026-11-23T12:00"))).isEqualTo(at("2026-11-23T13:30"));
    }

    private static ServiceCalendar weekdays(Holidays holidays, String... bands) {
        return new ServiceCalendar(BRASILIA, WeeklyHours.weekdays(bands), holidays);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BRASILIA).toInstant();
    }
}
