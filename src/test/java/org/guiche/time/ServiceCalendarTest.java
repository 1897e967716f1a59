package org.guiche.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.time.ClockKind.BUSINESS_DAYS;
import static org.guiche.time.ClockKind.BUSINESS_DAY_24H;
import static org.guiche.time.ClockKind.OPEN_HOURS;
import static org.guiche.time.ClockKind.RUNNING;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceCalendarTest {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    private final ServiceCalendar matriz = weekdays(Holidays.national(), "09:00-17:30");

    @ParameterizedTest(name = "{0} + {1} h = {2}")
    @CsvSource({
        "2025-11-19T14:20, 16, 2025-11-24T13:20", // the design's example: the 20th is a holiday
        "2025-11-19T14:20, 2, 2025-11-19T16:20",
        "2025-11-18T16:00, 72, 2025-12-02T11:30", // S3-08, as the requester's page shows it
        "2025-11-17T15:31, 48, 2025-11-26T12:31" // S3-11, likewise
    })
    void openHoursFallWhereTheScreensSay(String start, int hours, String due) {
        assertThat(matriz.due(at(start), Amount.hours(hours), OPEN_HOURS, List.of()))
                .isEqualTo(at(due));
    }

    @ParameterizedTest(name = "72 h {0}: {1}")
    @CsvSource({
        "RUNNING, 2026-06-15T17:00",
        "BUSINESS_DAY_24H, 2026-06-18T17:00", // 7 h of Friday, 24 of Monday and Wednesday, 17 of Thursday
        "OPEN_HOURS, 2026-06-25T17:00" // 1 h of Friday, 9 of seven days, 8 of the last
    })
    void seventyTwoHoursFromFridayWithAHolidayOnTuesdayDependOnTheClock(ClockKind kind, String due) {
        var tuesday = Map.of(LocalDate.parse("2026-06-16"), "Padroeira");
        var calendar = weekdays(Holidays.national().with(tuesday), "09:00-18:00");

        assertThat(calendar.due(at("2026-06-12T17:00"), Amount.hours(72), kind, List.of()))
                .isEqualTo(at(due));
    }

    /**
     * S3-08 by hand, in the unit of the source that serves 9h to 17h30 (8.5 h a day): Friday 6 November 2026, 17h, Pendente for "72 horas
     * úteis"; Tuesday the 10th is a local holiday, Sunday the 15th (República) closes nothing, Friday the 20th is Consciência Negra.
     * BUSINESS_DAY_24H: 7 h of Friday, 24 of Monday, none of Tuesday, 24 of Wednesday, and 17 of Thursday the 12th: 7 + 24 + 24 + 17 = 72.
     * OPEN_HOURS: half an hour of Friday; 8.5 h on each of the 9th, 11th, 12th, 13th, 16th, 17th, 18th and 19th make 68.5; the 20th is
     * closed; 3.5 h of Monday the 23rd are left, so 12h30.
     * BUSINESS_DAYS, three of them: the 9th, the 11th and the 12th, until service ends.
     */
    @ParameterizedTest(name = "{1} {0}: {2}")
    @CsvSource({
        "RUNNING, PT72H, 2026-11-09T17:00",
        "BUSINESS_DAY_24H, PT72H, 2026-11-12T17:00",
        "OPEN_HOURS, PT72H, 2026-11-23T12:30",
        "BUSINESS_DAYS, P3D, 2026-11-12T17:30"
    })
    void pendenteOnFridayOverALocalHolidayEndsWhenCountedByHand(ClockKind kind, String amount, String due) {
        var tuesday = Map.of(LocalDate.parse("2026-11-10"), "Aniversário da cidade");
        var calendar = weekdays(Holidays.national().with(tuesday), "09:00-17:30");

        assertThat(calendar.due(at("2026-11-06T17:00"), Amount.parse(amount), kind, List.of()))
                .isEqualTo(at(due));
    }

    @ParameterizedTest(name = "9h of {1} in {0}: {2}")
    @CsvSource({
        "America/Sao_Paulo, 2018-01-15, 2018-01-15T11:00:00Z", // summer time, two hours behind
        "America/Sao_Paulo, 2018-07-16, 2018-07-16T12:00:00Z",
        "America/Sao_Paulo, 2020-01-15, 2020-01-15T12:00:00Z", // none any more
        "America/Bahia, 2018-01-15, 2018-01-15T12:00:00Z",
        "America/Cuiaba, 2018-01-15, 2018-01-15T12:00:00Z",
        "America/Cuiaba, 2020-01-15, 2020-01-15T13:00:00Z",
        "America/Manaus, 2018-01-15, 2018-01-15T13:00:00Z",
        "America/Rio_Branco, 2018-01-15, 2018-01-15T14:00:00Z",
        "America/Eirunepe, 2026-01-15, 2026-01-15T14:00:00Z",
        "America/Noronha, 2026-01-15, 2026-01-15T11:00:00Z"
    })
    void serviceBeginsByTheClockOnTheWallOfItsZoneAndYear(String zone, LocalDate day, Instant nine) {
        var calendar =
                new ServiceCalendar(ServiceCalendar.zone(zone), WeeklyHours.weekdays("09:00-18:00"), Holidays.none());
        var midnight = day.atStartOfDay(calendar.zone()).toInstant();

        assertThat(calendar.nextOpening(midnight)).isEqualTo(nine);
    }

    @Test
    void theWeekInWhichSummerTimeBeganHadOneHourLess() {
        var start = at("2017-10-13T18:00"); // a Friday; the clocks went forward on Sunday the 15th at 0h

        assertThat(matriz.due(start, Amount.hours(72), RUNNING, List.of())).isEqualTo(at("2017-10-16T19:00"));
        assertThat(matriz.due(start, Amount.hours(3), OPEN_HOURS, List.of())).isEqualTo(at("2017-10-16T12:00"));
    }

    @ParameterizedTest(name = "D+{1} from {0}: {2}")
    @CsvSource({
        "2026-11-23T10:00, 6, 2026-12-01T17:30", // S2-19
        "2026-11-23T23:59, 6, 2026-12-01T17:30",
        "2026-11-20T10:00, 1, 2026-11-23T17:30", // a holiday
        "2026-11-21T11:00, 1, 2026-11-23T17:30", // a Saturday
        "2025-11-19T14:20, 3, 2025-11-25T17:30"
    })
    void businessDaysLeaveOutTheDateOfTheStartAndEndWithTheServiceOfTheLast(String start, int days, String due) {
        assertThat(matriz.due(at(start), Amount.days(days), BUSINESS_DAYS, List.of()))
                .isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{0} from {1}: {2}")
    @CsvSource({
        "OPEN_HOURS, 2026-11-21T11:00, 2026-11-23T10:00",
        "OPEN_HOURS, 2026-11-23T07:00, 2026-11-23T10:00",
        "OPEN_HOURS, 2026-11-23T17:30, 2026-11-24T10:00",
        "BUSINESS_DAY_24H, 2026-11-21T11:00, 2026-11-23T01:00",
        "BUSINESS_DAY_24H, 2026-11-23T20:00, 2026-11-23T21:00", // closed by then, but a business day
        "RUNNING, 2026-11-21T11:00, 2026-11-21T12:00"
    })
    void aStartThatDoesNotCountWaitsForTheFirstTimeThatDoes(ClockKind kind, String start, String due) {
        assertThat(matriz.due(at(start), Amount.hours(1), kind, List.of())).isEqualTo(at(due));
    }

    @Test
    void aDayIsTwentyFourHoursWhereverDatesDoNotCount() {
        var friday = at("2026-11-27T17:00");

        assertThat(matriz.due(friday, Amount.days(3), BUSINESS_DAY_24H, List.of()))
                .isEqualTo(matriz.due(friday, Amount.hours(72), BUSINESS_DAY_24H, List.of()));
        assertThat(matriz.due(friday, Amount.days(7), RUNNING, List.of())).isEqualTo(at("2026-12-04T17:00"));
    }

    @Test
    void aDeadlineMayFallOnTheVeryEndOfABand() {
        assertThat(matriz.due(at("2026-11-23T09:00"), Amount.minutes(510), OPEN_HOURS, List.of()))
                .isEqualTo(at("2026-11-23T17:30"));
        assertThat(matriz.due(at("2026-11-23T09:00"), Amount.minutes(511), OPEN_HOURS, List.of()))
                .isEqualTo(at("2026-11-24T09:01"));
    }

    @Test
    void secondsOfTheStartAreKept() {
        var start = at("2026-11-23T17:29").plusMillis(30_123);

        assertThat(matriz.due(start, Amount.minutes(1), OPEN_HOURS, List.of()))
                .isEqualTo(at("2026-11-24T09:00").plusMillis(30_123));
    }

    @Test
    void aShortenedDayIsStillABusinessDay() {
        var calendar = weekdays(Holidays.national().with(EnumSet.allOf(OptionalPoint.class)), "09:00-18:00");
        var tuesday = at("2026-02-17T08:00"); // Carnaval

        assertThat(calendar.nextOpening(tuesday)).isEqualTo(at("2026-02-18T14:00"));
        assertThat(calendar.due(tuesday, Amount.hours(24), BUSINESS_DAY_24H, List.of()))
                .isEqualTo(at("2026-02-19T00:00"));
        assertThat(calendar.due(at("2026-12-23T10:00"), Amount.days(1), BUSINESS_DAYS, List.of()))
                .isEqualTo(at("2026-12-24T14:00"));
        assertThat(calendar.bandsOn(LocalDate.parse("2026-12-24"))).containsExactly(Band.parse("09:00-14:00"));
    }

    @Test
    void aMorningShiftDoesNotServeOnAshWednesday() {
        var mornings = weekdays(Holidays.none().with(Set.of(OptionalPoint.ASH_WEDNESDAY)), "08:00-14:00");

        assertThat(mornings.isBusinessDay(LocalDate.parse("2026-02-18"))).isFalse();
        assertThat(mornings.due(at("2026-02-17T10:00"), Amount.days(1), BUSINESS_DAYS, List.of()))
                .isEqualTo(at("2026-02-19T14:00"));
    }

    @Test
    void summerTimeCountsTheHoursThatExisted() {
        var nights = new ServiceCalendar(
                BRASILIA, WeeklyHours.never().with(DayOfWeek.SATURDAY, "22:00-03:00"), Holidays.none());

        // 4 November 2018 had no hour from 0h to 1h; 17 February 2018 had the one from 23h to 24h twice
        assertThat(nights.due(at("2018-11-03T22:00"), Amount.hours(4), OPEN_HOURS, List.of()))
                .isEqualTo(at("2018-11-04T03:00"));
        assertThat(nights.elapsed(at("2018-02-17T12:00"), at("2018-02-18T12:00"), OPEN_HOURS, List.of()))
                .isEqualTo(Duration.ofHours(6));
        assertThat(matriz.elapsed(at("2018-10-01T00:00"), at("2018-10-02T00:00"), BUSINESS_DAY_24H, List.of()))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void anHourIsWorthTheSameInEveryBrazilianZone() {
        for (var zone : Set.of("America/Noronha", "America/Manaus", "America/Rio_Branco", "America/Cuiaba")) {
            var calendar = new ServiceCalendar(ZoneId.of(zone), matriz.hours(), Holidays.national());
            var start = LocalDateTime.parse("2025-11-19T14:20").atZone(calendar.zone());
            var due = LocalDateTime.parse("2025-11-24T13:20").atZone(calendar.zone());

            assertThat(calendar.due(start.toInstant(), Amount.hours(16), OPEN_HOURS, List.of()))
                    .isEqualTo(due.toInstant());
        }
    }

    @Test
    void deadlinesOfAWholeYearAreFound() {
        var workingDays = LocalDate.parse("2026-01-02")
                .datesUntil(LocalDate.parse("2027-01-01"))
                .filter(matriz::isBusinessDay)
                .collect(Collectors.toList());

        assertThat(matriz.due(at("2026-01-01T09:00"), Amount.days(workingDays.size()), BUSINESS_DAYS, List.of()))
                .isEqualTo(at("2026-12-31T17:30"));
        assertThat(matriz.elapsed(at("2026-01-01T09:00"), at("2026-12-31T17:30"), OPEN_HOURS, List.of()))
                .isEqualTo(Duration.ofMinutes(510L * workingDays.size()));
    }

    private static ServiceCalendar weekdays(Holidays holidays, String... bands) {
        return new ServiceCalendar(BRASILIA, WeeklyHours.weekdays(bands), holidays);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BRASILIA).toInstant();
    }
}
