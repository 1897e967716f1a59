package org.guiche.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "2024-02-12, 2024-02-13, 2024-02-14, 2024-03-29, 2024-03-31, 2024-05-30",
        "2025-03-03, 2025-03-04, 2025-03-05, 2025-04-18, 2025-04-20, 2025-06-19",
        "2026-02-16, 2026-02-17, 2026-02-18, 2026-04-03, 2026-04-05, 2026-06-04",
        "2027-02-08, 2027-02-09, 2027-02-10, 2027-03-26, 2027-03-28, 2027-05-27",
        "2028-02-28, 2028-02-29, 2028-03-01, 2028-04-14, 2028-04-16, 2028-06-15",
        "2029-02-12, 2029-02-13, 2029-02-14, 2029-03-30, 2029-04-01, 2029-05-31",
        "2030-03-04, 2030-03-05, 2030-03-06, 2030-04-19, 2030-04-21, 2030-06-20"
    })
    void movableDaysFollowEaster(
            LocalDate monday,
            LocalDate tuesday,
            LocalDate ashes,
            LocalDate passion,
            LocalDate easter,
            LocalDate corpus) {
        var all = Holidays.national().with(EnumSet.allOf(OptionalPoint.class));

        assertThat(Holidays.easter(easter.getYear())).isEqualTo(easter);
        assertThat(all.on(monday)).isPresent();
        assertThat(all.on(tuesday)).hasValue("Carnaval");
        assertThat(all.on(ashes)).as("only the morning is closed").isEmpty();
        assertThat(all.on(passion)).hasValue("Paixão de Cristo");
        assertThat(all.on(corpus)).hasValue("Corpus Christi");
    }

    @ParameterizedTest
    @CsvSource({"1818, 1818-03-22", "1943, 1943-04-25", "2038, 2038-04-25", "1961, 1961-04-02", "2285, 2285-03-22"})
    void easterKeepsToItsEarliestAndLatestDates(int year, LocalDate easter) {
        assertThat(Holidays.easter(year)).isEqualTo(easter);
    }

    @Test
    void theTwentiethOfNovemberIsNationalSince2024() {
        assertThat(Holidays.national().on(LocalDate.parse("2023-11-20"))).isEmpty();
        assertThat(Holidays.national().on(LocalDate.parse("2024-11-20"))).hasValue("Consciência Negra");
    }

    @Test
    void carnivalIsNoNationalHoliday() {
        assertThat(Holidays.national().on(LocalDate.parse("2026-02-17"))).isEmpty();
    }

    @Test
    void aYearHasTenNationalHolidays() {
        assertThat(Holidays.nationalOf(2026)).hasSize(10);
        assertThat(Holidays.nationalOf(2023)).hasSize(9);
    }

    @Test
    void aparecidaIsNationalSince1980() {
        assertThat(Holidays.nationalOf(1979)).hasSize(8).doesNotContainValue("Nossa Senhora Aparecida");
        assertThat(Holidays.nationalOf(1980)).containsEntry(LocalDate.parse("1980-10-12"), "Nossa Senhora Aparecida");
    }

    @Test
    void thePassionMayFallOnTiradentes() {
        assertThat(Holidays.national().on(LocalDate.parse("2000-04-21"))).hasValue("Paixão de Cristo e Tiradentes");
    }

    @Test
    void everyNationalHolidayOf2026HasItsDateAndName() {
        assertThat(new TreeMap<>(Holidays.nationalOf(2026)))
                .containsExactly(
                        entry("2026-01-01", "Confraternização Universal"),
                        entry("2026-04-03", "Paixão de Cristo"),
                        entry("2026-04-21", "Tiradentes"),
                        entry("2026-05-01", "Dia do Trabalho"),
                        entry("2026-09-07", "Independência do Brasil"),
                        entry("2026-10-12", "Nossa Senhora Aparecida"),
                        entry("2026-11-02", "Finados"),
                        entry("2026-11-15", "Proclamação da República"),
                        entry("2026-11-20", "Consciência Negra"),
                        entry("2026-12-25", "Natal"));
    }

    @Test
    void banksCloseOnCarnivalAndCorpusChristi() {
        var banks = Holidays.national().with(OptionalPoint.OF_BANKS);

        assertThat(List.of("2026-02-16", "2026-02-17", "2026-06-04"))
                .allSatisfy(day -> assertThat(banks.on(LocalDate.parse(day))).isPresent());
        assertThat(banks.on(LocalDate.parse("2026-10-28"))).isEmpty();
    }

    @Test
    void holidaysOfTheHouseComeOnceOrEveryYear() {
        var house = Holidays.none()
                .with(Map.of(LocalDate.parse("2026-12-08"), "Imaculada Conceição"))
                .withYearly(MonthDay.of(1, 25), "Aniversário de São Paulo")
                .withYearly(MonthDay.of(2, 29), "Dia raro");

        assertThat(house.on(LocalDate.parse("2026-12-08"))).hasValue("Imaculada Conceição");
        assertThat(house.on(LocalDate.parse("2027-12-08"))).isEmpty();
        assertThat(house.on(LocalDate.parse("2031-01-25"))).hasValue("Aniversário de São Paulo");
        assertThat(house.on(LocalDate.parse("2028-02-29"))).hasValue("Dia raro");
        assertThat(house.of(2027)).hasSize(1);
    }

    @Test
    void closuresOfOneDateAddUp() {
        var eve = LocalDate.parse("2026-12-24");
        var holidays = Holidays.none()
                .with(Set.of(OptionalPoint.CHRISTMAS_EVE))
                .with(eve, "Dedetização", Band.parse("00:00-10:00"))
                .with(eve.minusDays(1), "Confraternização", Band.parse("09:00-17:59"));
        var calendar =
                new ServiceCalendar(ZoneId.of("America/Sao_Paulo"), WeeklyHours.weekdays("09:00-18:00"), holidays);

        assertThat(calendar.bandsOn(eve)).containsExactly(Band.parse("10:00-14:00"));
        assertThat(calendar.bandsOn(eve.minusDays(1))).containsExactly(Band.parse("17:59-18:00"));
        assertThat(holidays.on(eve)).as("not the whole day").isEmpty();
    }

    private static Map.Entry<LocalDate, String> entry(String date, String name) {
        return Map.entry(LocalDate.parse(date), name);
    }

    @Test
    void allOfAYearAreListedInOrderWithThePartOfTheDayTheyClose() {
        var some = Holidays.national()
                .with(List.of(OptionalPoint.CHRISTMAS_EVE))
                .with(LocalDate.of(2026, 6, 12), "Festa", Band.parse("12:00-24:00"));

        assertThat(some.list(2026))
                .isSortedAccordingTo(Comparator.comparing(DayOff::date))
                .hasSize(12);
        assertThat(some.list(2026))
                .contains(
                        new DayOff(LocalDate.of(2026, 12, 25), "Natal", Band.WHOLE_DAY),
                        new DayOff(LocalDate.of(2026, 6, 12), "Festa", Band.parse("12:00-24:00")),
                        new DayOff(
                                LocalDate.of(2026, 12, 24),
                                "Véspera de Natal, depois das 14h",
                                Band.parse("14:00-24:00")));
    }
}
