package org.guiche.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceCalendarTest {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    private final ServiceCalendar nineToHalfPastFive = weekdays("09:00-17:30", Holidays.national());

    @Test
    void sixteenOpenHoursOverAHolidayAndAWeekendEndOnMonday() {
        var due = nineToHalfPastFive.due(at("2025-11-19T14:20"), Amount.hours(16), OPEN_HOURS, List.of());

        assertThat(due).isEqualTo(at("2025-11-24T13:20"));
    }

    @Test
    void seventyTwoHoursFromFridayWithAHolidayOnTuesdayDifferByClock() {
        var tuesday = LocalDate.parse("2026-11-24");
        var calendar = weekdays("09:00-18:00", Holidays.national().with(Map.of(tuesday, "Padroeira")));
        var friday = at("2026-11-20T17:00"); // a holiday itself: the count begins on Monday at nine
        var plainFriday = at("2026-11-27T17:00");

        assertThat(calendar.due(friday, Amount.hours(72), BUSINESS_DAY_24H, List.of()))
                .isEqualTo(at("2026-11-27T09:00"));
        assertThat(calendar.due(plainFriday, Amount.hours(72), BUSINESS_DAY_24H, List.of()))
                .isEqualTo(at("2026-12-02T17:00"));
        assertThat(calendar.due(plainFriday, Amount.hours(72), OPEN_HOURS, List.of()))
                .isEqualTo(at("2026-12-09T17:00"));
    }

    @Test
    void sixBusinessDaysExcludeTheFirstDayAndEndWithTheServiceOfTheLast() {
        var due = nineToHalfPastFive.due(at("2026-11-23T10:00"), Amount.days(6), BUSINESS_DAYS, List.of());

        assertThat(due).isEqualTo(at("2026-12-01T17:30"));
    }

    @Test
    void aStartOutsideOpeningHoursMovesToTheNextOpening() {
        var saturday = at("2026-11-21T11:00");

        assertThat(nineToHalfPastFive.nextOpening(saturday)).isEqualTo(at("2026-11-23T09:00"));
        assertThat(nineToHalfPastFive.due(saturday, Amount.hours(1), OPEN_HOURS, List.of()))
                .isEqualTo(at("2026-11-23T10:00"));
        assertThat(nineToHalfPastFive.due(saturday, Amount.days(1), BUSINESS_DAYS, List.of()))
                .isEqualTo(at("2026-11-24T17:30"));
        assertThat(nineToHalfPastFive.due(saturday, Amount.hours(1), RUNNING, List.of()))
                .isEqualTo(at("2026-11-21T12:00"));
    }

    @Test
    void lunchDoesNotCount() {
        var calendar = weekdays(List.of(Band.parse("13:30-18:00"), Band.parse("09:00-12:00")), Holidays.none());

        assertThat(calendar.due(at("2026-11-23T11:00"), Amount.hours(2), OPEN_HOURS, List.of()))
                .isEqualTo(at("2026-11-23T14:30"));
    }

    @Test
    void aDeadlineMayFallOnTheVeryEndOfABand() {
        assertThat(nineToHalfPastFive.due(at("2026-11-23T09:00"), Amount.minutes(510), OPEN_HOURS, List.of()))
                .isEqualTo(at("2026-11-23T17:30"));
    }

    @Test
    void pausesDoNotCountHoweverTheyOverlap() {
        var pauses =
                List.of(span("2026-11-23T11:00", "2026-11-23T12:00"), span("2026-11-23T10:00", "2026-11-23T11:30"));

        assertThat(nineToHalfPastFive.due(at("2026-11-23T09:30"), Amount.hours(1), OPEN_HOURS, pauses))
                .isEqualTo(at("2026-11-23T12:30"));
        assertThat(nineToHalfPastFive.elapsed(at("2026-11-23T09:30"), at("2026-11-23T12:30"), OPEN_HOURS, pauses))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void ashWednesdayOpensAtTwo() {
        var calendar = weekdays("09:00-18:00", Holidays.national().with(Set.of(Holidays.OptionalPoint.ASH_WEDNESDAY)));

        assertThat(calendar.nextOpening(at("2026-02-18T08:00"))).isEqualTo(at("2026-02-18T14:00"));
    }

    @Test
    void summerTimeOf2018CountsTheHoursThatExisted() {
        var always = everyDay("00:00-24:00");
        var beforeTheChange =
                LocalDateTime.parse("2018-11-03T22:00").atZone(BRASILIA).toInstant();

        assertThat(always.due(beforeTheChange, Amount.hours(4), OPEN_HOURS, List.of()))
                .isEqualTo(beforeTheChange.plus(Duration.ofHours(4)));
    }

    @Test
    void aCalendarThatNeverOpensIsRefused() {
        var closed = new ServiceCalendar(BRASILIA, Map.of(), Holidays.none());

        assertThatThrownBy(() -> closed.due(at("2026-11-23T09:00"), Amount.hours(1), OPEN_HOURS, List.of()))
                .isInstanceOf(ServiceCalendar.NeverOpen.class);
    }

    @Test
    void anAmountThatTheClockCannotCountIsRefused() {
        assertThatThrownBy(() ->
                        nineToHalfPastFive.due(at("2026-11-23T09:00"), Amount.hours(72), BUSINESS_DAYS, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> nineToHalfPastFive.due(at("2026-11-23T09:00"), Amount.days(3), OPEN_HOURS, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theExplanationSaysWhatCountedOnEachDay() {
        var explanation = nineToHalfPastFive.explain(at("2025-11-19T14:20"), Amount.hours(16), OPEN_HOURS, List.of());

        assertThat(explanation.days())
                .extracting(Explanation.Day::kind)
                .containsExactly(
                        Explanation.DayKind.OPEN,
                        Explanation.DayKind.HOLIDAY,
                        Explanation.DayKind.OPEN,
                        Explanation.DayKind.WEEKEND,
                        Explanation.DayKind.WEEKEND,
                        Explanation.DayKind.OPEN);
        assertThat(new Wording(BRASILIA).explain(explanation))
                .isEqualTo("16 horas úteis: 3h10 na quarta, 8h30 na sexta e 4h20 na segunda. "
                        + "Quinta, 20/11, é feriado (Consciência Negra).");
    }

    private static ServiceCalendar weekdays(String band, Holidays holidays) {
        return weekdays(List.of(Band.parse(band)), holidays);
    }

    private static ServiceCalendar weekdays(List<Band> bands, Holidays holidays) {
        var week = new EnumMap<DayOfWeek, List<Band>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                week.put(day, bands);
            }
        }
        return new ServiceCalendar(BRASILIA, week, holidays);
    }

    private static ServiceCalendar everyDay(String band) {
        var week = new EnumMap<DayOfWeek, List<Band>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, List.of(Band.parse(band)));
        }
        return new ServiceCalendar(BRASILIA, week, Holidays.none());
    }

    private static Span span(String from, String to) {
        return new Span(at(from), at(to));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BRASILIA).toInstant();
    }
}
