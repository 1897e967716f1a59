package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import org.guiche.time.Band;
import org.guiche.time.Holidays;
import org.guiche.time.ServiceCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When triage rounds are: 21 April 2026 is a Tuesday and Tiradentes. */
class RoundsTest {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");
    private static final List<LocalTime> TIMES = List.of(LocalTime.of(9, 0), LocalTime.of(14, 30));

    private final Rounds weekdays = new Rounds(calendar(), TIMES);

    @ParameterizedTest(name = "seen from {0}")
    @CsvSource({
        // now            | the last one     | the next one
        "2026-04-15T14:29, 2026-04-15T09:00, 2026-04-15T14:30",
        "2026-04-15T14:30, 2026-04-15T14:30, 2026-04-16T09:00",
        "2026-04-15T08:59, 2026-04-14T14:30, 2026-04-15T09:00",
        "2026-04-18T12:00, 2026-04-17T14:30, 2026-04-20T09:00",
        "2026-04-21T12:00, 2026-04-20T14:30, 2026-04-22T09:00",
    })
    void theyAreOnDaysOfServiceOnly(String now, String last, String next) {
        assertThat(weekdays.last(at(now))).hasValue(at(last));
        assertThat(weekdays.next(at(now))).hasValue(at(next));
    }

    @Test
    void aUnitThatNeverServesHasThemEveryDay() {
        var always = new Rounds(new ServiceCalendar(BRASILIA, new EnumMap<>(DayOfWeek.class), Holidays.none()), TIMES);

        assertThat(always.next(at("2026-04-18T12:00"))).hasValue(at("2026-04-18T14:30"));
        assertThat(always.last(at("2026-04-19T08:00"))).hasValue(at("2026-04-18T14:30"));
    }

    @Test
    void withoutTimesThereAreNone() {
        assertThat(new Rounds(calendar(), List.of()).next(at("2026-04-15T12:00")))
                .isEmpty();
        assertThat(new Rounds(calendar(), List.of()).last(at("2026-04-15T12:00")))
                .isEmpty();
    }

    private static ServiceCalendar calendar() {
        var week = new EnumMap<DayOfWeek, List<Band>>(DayOfWeek.class);
        for (var day : List.of(
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            week.put(day, List.of(Band.parse("09:00-18:00")));
        }
        return new ServiceCalendar(BRASILIA, week, Holidays.national());
    }

    private static Instant at(String moment) {
        return LocalDateTime.parse(moment).atZone(BRASILIA).toInstant();
    }
}
