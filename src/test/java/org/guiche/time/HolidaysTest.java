package org.guiche.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
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
        var all = Holidays.national().with(EnumSet.allOf(Holidays.OptionalPoint.class));

        assertThat(Holidays.easter(easter.getYear())).isEqualTo(easter);
        assertThat(all.on(monday)).isPresent();
        assertThat(all.on(tuesday)).hasValue("Carnaval");
        assertThat(all.on(ashes)).as("only the morning is closed").isEmpty();
        assertThat(all.on(passion)).hasValue("Paixão de Cristo");
        assertThat(all.on(corpus)).hasValue("Corpus Christi");
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
}
