package org.guiche.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");
    private static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");

    private final ServiceCalendar open =
            new ServiceCalendar(BRASILIA, WeeklyHours.weekdays("09:00-17:30"), Holidays.national());
    private final ServiceCalendar closed = new ServiceCalendar(BRASILIA, WeeklyHours.never(), Holidays.none());

    @ParameterizedTest
    @CsvSource({
        "P1M, malformed",
        "P1Y, malformed",
        "-PT5H, malformed",
        "PT-5H, malformed",
        "PT1.5H, malformed",
        "PT30S, malformed",
        "72, malformed",
        "72h, malformed",
        "'', malformed",
        "P, malformed",
        "PT, malformed",
        "P1DT, malformed",
        "pt72h, malformed",
        "PT9999999999H, malformed",
        "PT0M, not-positive",
        "P0D, not-positive",
        "P3651D, too-long",
        "PT87601H, too-long",
        "P999999999W, too-long"
    })
    void amountsThatAreNoWholeMinutesOrDays(String text, String key) {
        refuses("time.amount." + key, () -> Amount.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9:00-12:00", "09:00", "09:00-24:01", "24:00-24:00", "09:00-09:00", "09:60-10:00", "a-b", ""})
    void bandsThatAreNone(String text) {
        refuses("time.band.malformed", () -> WeeklyHours.weekdays(text));
    }

    @Test
    void bandsThatPassMidnightWhereOneDayIsMeant() {
        refuses("time.band.malformed", () -> Band.parse("22:00-06:00"));
        refuses("time.band.malformed", () -> new Band(-1, 10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MON | 11:00-13:00 | MON | 09:00-12:00 | As faixas 09:00-12:00 e 11:00-13:00 se sobrepõem (segunda-feira). Separe ou junte as duas.",
                "SUN | 22:00-06:00 | MON | 05:00-07:00 | As faixas 22:00-06:00 (domingo) e 05:00-07:00 se sobrepõem (segunda-feira). Separe ou junte as duas.",
                "SUN | 22:00-06:00 | SUN | 23:00-23:30 | As faixas 22:00-06:00 e 23:00-23:30 se sobrepõem (domingo). Separe ou junte as duas."
            })
    void bandsThatOverlap(String day, String band, String otherDay, String otherBand, String sentence) {
        var week = day.equals(otherDay)
                ? Map.of(day, List.of(band, otherBand))
                : Map.of(day, List.of(band), otherDay, List.of(otherBand));
        var refusal = catchThrowableOfType(RuleViolation.class, () -> WeeklyHours.parse(week));

        assertThat(Texts.get(refusal.key(), refusal.args())).isEqualTo(sentence);
    }

    @Test
    void bandsThatOverlapHoweverTheyCome() {
        refuses("time.band.overlap", () -> WeeklyHours.weekdays("11:00-13:00", "09:00-12:00"));
        refuses("time.band.overlap", () -> WeeklyHours.weekdays("22:00-06:00", "05:00-07:00"));
        refuses("time.band.overlap", () -> WeeklyHours.weekdays("09:00-12:00", "09:00-12:00"));
    }

    @Test
    void daysOfTheWeekThatAreNone() {
        refuses("time.day.unknown", () -> WeeklyHours.parse(Map.of("SEG", List.of("09:00-12:00"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Brasília", "-03:00", "GMT-3", "America/Nowhere", ""})
    void zonesThatAreNone(String zone) {
        refuses("time.zone.unknown", () -> ServiceCalendar.zone(zone));
    }

    @Test
    void pausesThatEndBeforeTheyBegin() {
        refuses("time.span.backwards", () -> new Span(MONDAY, MONDAY.minusSeconds(1)));
    }

    @Test
    void amountsThatTheClockCannotCount() {
        refuses("time.amount.in-days", () -> due(open, Amount.hours(72), ClockKind.BUSINESS_DAYS));
        refuses("time.amount.in-hours", () -> due(open, Amount.days(3), ClockKind.OPEN_HOURS));
    }

    @ParameterizedTest
    @EnumSource(names = "RUNNING", mode = EnumSource.Mode.EXCLUDE)
    void calendarsThatNeverOpen(ClockKind kind) {
        var amount = kind == ClockKind.BUSINESS_DAYS ? Amount.days(1) : Amount.hours(1);

        refuses("time.calendar.no-bands", () -> due(closed, amount, kind));
        refuses("time.calendar.never-opens", () -> due(holidaysOnly(), amount, kind));
        refuses("time.calendar.no-bands", () -> closed.explain(MONDAY, amount, kind, List.of()));
        refuses("time.calendar.no-bands", () -> closed.nextOpening(MONDAY));
        assertThat(closed.isOpen(MONDAY)).isFalse();
        assertThat(closed.elapsed(MONDAY, MONDAY.plusSeconds(9_000_000), kind, List.of()))
                .isZero();
    }

    @Test
    void aCalendarWithoutServiceCountsAllTimeAllTheSame() {
        assertThat(due(closed, Amount.hours(1), ClockKind.RUNNING)).isEqualTo(MONDAY.plusSeconds(3600));
    }

    private static ServiceCalendar holidaysOnly() {
        var days = new TreeMap<LocalDate, String>();
        IntStream.range(0, 3700)
                .forEach(day -> days.put(LocalDate.parse("2026-11-23").plusDays(day), "Greve"));
        return new ServiceCalendar(
                BRASILIA, WeeklyHours.always(), Holidays.none().with(days));
    }

    @ParameterizedTest
    @EnumSource
    void deadlinesMoreThanTenYearsAway(ClockKind kind) {
        var amount = kind == ClockKind.BUSINESS_DAYS ? Amount.days(3650) : Amount.hours(80_000);
        var forEver = List.of(new Span(MONDAY.plusSeconds(60), Instant.MAX));

        refuses("time.calendar.never-due", () -> open.due(MONDAY, amount, kind, forEver));
    }

    @Test
    void yearsThatNobodyWorksIn() {
        var minute = Amount.minutes(1);

        for (var instant : List.of(Instant.MIN, Instant.MAX, Instant.parse("1899-12-31T23:59:59Z"))) {
            refuses("time.instant.out-of-range", () -> open.due(instant, minute, ClockKind.RUNNING, List.of()));
        }
        assertThat(open.due(Instant.parse("2199-12-31T12:00:00Z"), Amount.days(3650), ClockKind.RUNNING, List.of()))
                .isEqualTo(Instant.parse("2209-12-29T12:00:00Z"));
    }

    private static Instant due(ServiceCalendar calendar, Amount amount, ClockKind kind) {
        return calendar.due(MONDAY, amount, kind, List.of());
    }

    private static void refuses(String key, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(RuleViolation.class).hasMessage(key);
        var refusal = catchThrowableOfType(RuleViolation.class, call);
        assertThat(Texts.get(key, refusal.args()))
                .as("a sentence for %s", key)
                .isNotEqualTo(key)
                .doesNotContain("{");
    }
}
