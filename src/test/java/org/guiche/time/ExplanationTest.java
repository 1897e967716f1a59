package org.guiche.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.guiche.time.ClockKind.BUSINESS_DAYS;
import static org.guiche.time.ClockKind.OPEN_HOURS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.guiche.time.Explanation.Day;
import org.guiche.time.Explanation.DayKind;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    private final ServiceCalendar matriz = weekdays(Holidays.national(), "09:00-17:30");
    private final Explanation example = explain("2025-11-19T14:20", "PT16H", OPEN_HOURS);

    @Test
    void theRulerHasTheDaysOfTheDesign() {
        assertThat(example.due()).isEqualTo(at("2025-11-24T13:20"));
        assertThat(example.days())
                .extracting(Day::kind)
                .containsExactly(
                        DayKind.OPEN, DayKind.HOLIDAY, DayKind.OPEN, DayKind.WEEKEND, DayKind.WEEKEND, DayKind.OPEN);
        assertThat(example.days())
                .extracting(Day::countedTime)
                .containsExactly(
                        Duration.ofMinutes(190),
                        Duration.ZERO,
                        Duration.ofMinutes(510),
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ofMinutes(260));
        assertThat(example.skippedHolidays()).extracting(Day::holiday).containsExactly("Consciência Negra");
    }

    @Test
    void marksLieWhereTheDesignDrawsThem() {
        var first = example.days().get(0);
        var last = example.days().get(5);

        assertThat(first.position(at("2025-11-19T14:20"))).isCloseTo(0.627, within(0.0005));
        assertThat(first.position(at("2025-11-19T17:30"))).isEqualTo(1);
        assertThat(last.position(example.due())).isCloseTo(0.51, within(0.0005));
        assertThat(last.position(at("2025-11-24T08:00"))).isZero();
    }

    @Test
    void businessDaysShowTheWholeServiceOfEachCountedDay() {
        var explanation = explain("2025-11-19T14:20", "P2D", BUSINESS_DAYS);

        assertThat(explanation.days().get(0).isSkipped())
                .as("the day of the start")
                .isTrue();
        assertThat(explanation.days().stream().filter(day -> !day.isSkipped()))
                .extracting(Day::date)
                .containsExactly(LocalDate.parse("2025-11-21"), LocalDate.parse("2025-11-24"));
        assertThat(explanation.days().get(2).counted())
                .isEqualTo(explanation.days().get(2).service());
    }

    @Test
    void pausesAreShownOnTheDaysTheyTouch() {
        var pauses =
                List.of(span("2025-11-19T16:00", "2025-11-21T10:00"), span("2025-11-21T09:30", "2025-11-21T11:00"));
        var explanation = matriz.explain(at("2025-11-19T14:30"), Amount.hours(2), OPEN_HOURS, pauses);

        assertThat(explanation.due()).isEqualTo(at("2025-11-21T11:30"));
        assertThat(explanation.days())
                .extracting(Day::pauses)
                .containsExactly(
                        List.of(span("2025-11-19T16:00", "2025-11-20T00:00")),
                        List.of(span("2025-11-20T00:00", "2025-11-21T00:00")),
                        List.of(span("2025-11-21T00:00", "2025-11-21T11:00")));
        assertThat(explanation.days().get(2).counted()).containsExactly(span("2025-11-21T11:00", "2025-11-21T11:30"));
        assertThat(RulerWording.ruler(explanation))
                .isEqualTo("2 horas úteis: 1h30 na quarta, 30 min na sexta; quinta é feriado; 43h em pausa");
    }

    @Test
    void aDayPausedAtItsEndIsNoCountedBusinessDay() {
        var pauses = List.of(span("2025-11-24T16:00", "2025-11-25T10:00"));
        var explanation = matriz.explain(at("2025-11-21T10:00"), Amount.days(1), BUSINESS_DAYS, pauses);

        assertThat(explanation.due()).isEqualTo(at("2025-11-25T17:30"));
        assertThat(explanation.days().get(3).isSkipped()).as("Monday").isTrue();
        assertThat(explanation.days().get(4).counted()).containsExactly(span("2025-11-25T10:00", "2025-11-25T17:30"));
    }

    @Test
    void lunchLeavesAGapInTheDay() {
        var calendar = weekdays(Holidays.none(), "09:00-12:00", "13:30-18:00");
        var day = calendar.explain(at("2025-11-24T11:00"), Amount.hours(3), OPEN_HOURS, List.of())
                .days()
                .get(0);

        assertThat(day.service())
                .containsExactly(
                        span("2025-11-24T09:00", "2025-11-24T12:00"), span("2025-11-24T13:30", "2025-11-24T18:00"));
        assertThat(day.counted())
                .containsExactly(
                        span("2025-11-24T11:00", "2025-11-24T12:00"), span("2025-11-24T13:30", "2025-11-24T15:30"));
        assertThat(day.axis()).isEqualTo(span("2025-11-24T09:00", "2025-11-24T18:00"));
    }

    @Test
    void shortenedDaysAndWeekendHolidaysKeepTheirKindAndTellTheName() {
        var calendar = weekdays(Holidays.national().with(Set.of(OptionalPoint.CHRISTMAS_EVE)), "09:00-18:00");
        var days = calendar.explain(at("2025-12-24T13:00"), Amount.hours(2), OPEN_HOURS, List.of())
                .days();
        var republic = calendar.explain(at("2025-11-14T17:00"), Amount.hours(2), OPEN_HOURS, List.of())
                .days();

        assertThat(days).extracting(Day::kind).containsExactly(DayKind.OPEN, DayKind.HOLIDAY, DayKind.OPEN);
        assertThat(days.get(0).holiday()).isEqualTo("Véspera de Natal, depois das 14h");
        assertThat(republic.get(1).kind()).isEqualTo(DayKind.WEEKEND);
        assertThat(republic.get(1).holiday()).isEqualTo("Proclamação da República");
    }

    private Explanation explain(String start, String amount, ClockKind kind) {
        return matriz.explain(at(start), Amount.parse(amount), kind, List.of());
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
