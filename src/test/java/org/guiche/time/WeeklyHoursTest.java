package org.guiche.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WeeklyHoursTest {

    @Test
    void theWrittenFormIsReadAndWrittenInOrder() {
        var hours = WeeklyHours.parse(
                Map.of("SAT", List.of("09:00-13:00"), "MON", List.of("13:30-18:00", "09:00-12:00"), "SUN", List.of()));

        assertThat(hours.written())
                .containsExactly(
                        Map.entry("MON", List.of("09:00-12:00", "13:30-18:00")),
                        Map.entry("SAT", List.of("09:00-13:00")));
        assertThat(WeeklyHours.parse(hours.written())).isEqualTo(hours);
    }

    @Test
    void bandsKeepTheOrderOfTheDay() {
        var hours = WeeklyHours.weekdays("13:00-14:00", "09:00-13:00", "15:00-24:00");

        assertThat(hours.on(DayOfWeek.FRIDAY))
                .containsExactly(Band.parse("09:00-13:00"), Band.parse("13:00-14:00"), Band.parse("15:00-24:00"));
        assertThat(hours.on(DayOfWeek.SATURDAY)).isEmpty();
    }

    @Test
    void bandsOverMidnightAreSplitAtIt() {
        var hours = WeeklyHours.never()
                .with(DayOfWeek.SUNDAY, "22:00-06:00")
                .with(DayOfWeek.MONDAY, "06:00-07:00")
                .with(DayOfWeek.WEDNESDAY, "18:00-00:00");

        assertThat(hours.on(DayOfWeek.SUNDAY)).containsExactly(Band.parse("22:00-24:00"));
        assertThat(hours.on(DayOfWeek.MONDAY)).containsExactly(Band.parse("00:00-06:00"), Band.parse("06:00-07:00"));
        assertThat(hours.on(DayOfWeek.WEDNESDAY)).containsExactly(Band.parse("18:00-24:00"));
        assertThat(hours.on(DayOfWeek.THURSDAY)).isEmpty();
    }

    @Test
    void bandsOverMidnightAreWrittenAndSaidAsOne() {
        var hours = WeeklyHours.parse(Map.of(
                "FRI",
                List.of("22:00-06:00"),
                "SAT",
                List.of("22:00-24:00"),
                "SUN",
                List.of("00:00-04:00", "09:00-24:00")));

        assertThat(hours.written())
                .containsExactly(
                        Map.entry("FRI", List.of("22:00-06:00")),
                        Map.entry("SAT", List.of("22:00-04:00")),
                        Map.entry("SUN", List.of("09:00-24:00")));
        assertThat(WeeklyHours.parse(hours.written())).isEqualTo(hours);
        assertThat(RulerWording.week(hours)).isEqualTo("sex, das 22h às 6h; sáb, das 22h às 4h; dom, das 9h às 24h");
    }

    @Test
    void everyNightIsSaidOnce() {
        var nights = WeeklyHours.parse(Stream.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
                .collect(Collectors.toMap(day -> day, day -> List.of("22:00-06:00"))));

        assertThat(RulerWording.week(nights)).isEqualTo("todos os dias, das 22h às 6h");
        assertThat(WeeklyHours.parse(nights.written())).isEqualTo(nights);
        assertThat(WeeklyHours.parse(WeeklyHours.always().written())).isEqualTo(WeeklyHours.always());
    }
}
