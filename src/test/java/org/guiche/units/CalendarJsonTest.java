package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.time.Band;
import org.guiche.time.ServiceCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service calendar as it is written in a unit's settings and over the API. */
class CalendarJsonTest {

    @Test
    void aCalendarIsReadAsItIsWritten() {
        var calendar = read("""
                {"zone": "America/Manaus", "nationalHolidays": true, "cities": ["Manaus/AM"],
                 "bands": {"MON": ["09:00-12:00", "13:30-18:00"], "SAT": ["22:00-06:00"]},
                 "holidays": ["2026-11-30"]}
                """);

        assertThat(calendar.zone()).isEqualTo(ZoneId.of("America/Manaus"));
        assertThat(calendar.bandsOn(day("2026-11-23")))
                .containsExactly(Band.parse("09:00-12:00"), Band.parse("13:30-18:00"));
        assertThat(calendar.bandsOn(day("2026-11-29")))
                .as("the morning after Saturday")
                .containsExactly(Band.parse("00:00-06:00"));
        assertThat(calendar.isBusinessDay(day("2026-11-30"))).isFalse();
        assertThat(calendar.isBusinessDay(day("2027-09-06"))).isTrue();
        assertThat(calendar.holidays().on(day("2026-09-05"))).as("of the state").isPresent();
        assertThat(calendar.holidays().on(day("2026-10-24"))).hasValue("Aniversário de Manaus");
        assertThat(calendar.holidays().on(day("2026-12-25"))).hasValue("Natal");
    }

    @Test
    void holidaysComeOnceOrEveryYearForTheWholeDayOrAPartOfIt() {
        var calendar = read("""
                {"bands": {"MON": ["09:00-18:00"], "THU": ["09:00-18:00"]},
                 "holidays": ["--07-09", {"date": "--06-29", "name": "São Pedro", "since": 2027},
                              {"date": "2026-12-10", "name": "Jogo do Brasil", "closed": "12:00-24:00"},
                              {"date": "2026-12-14", "name": "Recesso"}]}
                """);

        assertThat(calendar.holidays().on(day("2026-07-09"))).hasValue("feriado");
        assertThat(calendar.holidays().on(day("2035-07-09"))).hasValue("feriado");
        assertThat(calendar.holidays().on(day("2026-06-29"))).isEmpty();
        assertThat(calendar.holidays().on(day("2027-06-29"))).hasValue("São Pedro");
        assertThat(calendar.bandsOn(day("2026-12-10"))).containsExactly(Band.parse("09:00-12:00"));
        assertThat(calendar.holidays().on(day("2026-12-14"))).hasValue("Recesso");
    }

    @Test
    void optionalPointsAreChosenOneByOne() {
        var calendar = read("""
                {"bands": {"WED": ["09:00-18:00"], "THU": ["09:00-18:00"]},
                 "optionalPoints": ["ASH_WEDNESDAY", "CORPUS_CHRISTI", "PUBLIC_SERVANT", "CHRISTMAS_EVE"]}
                """);

        assertThat(calendar.bandsOn(day("2026-02-18"))).containsExactly(Band.parse("14:00-18:00"));
        assertThat(calendar.bandsOn(day("2026-06-04"))).isEmpty();
        assertThat(calendar.bandsOn(day("2026-10-28"))).isEmpty();
        assertThat(calendar.bandsOn(day("2026-12-24"))).containsExactly(Band.parse("09:00-14:00"));
        assertThat(calendar.bandsOn(day("2026-12-31"))).as("not chosen").containsExactly(Band.parse("09:00-18:00"));
    }

    @Test
    void importedDaysAreHolidaysLikeAnyOther() {
        var days = Map.of(day("2027-03-15"), "Aniversário da cidade", day("2026-03-16"), "Aniversário da cidade");
        var calendar = CalendarJson.read(Json.createObjectBuilder()
                .add("holidays", HolidayJson.written(days))
                .build());

        assertThat(HolidayJson.written(days).getJsonObject(0).getString("date")).isEqualTo("2026-03-16");
        assertThat(calendar.holidays().on(day("2027-03-15"))).hasValue("Aniversário da cidade");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calendar.zone | time.zone.unknown | {'zone': '-03:00'}",
                "calendar.bands.SEG | time.day.unknown | {'bands': {'SEG': ['09:00-12:00']}}",
                "calendar.bands.MON | time.band.malformed | {'bands': {'MON': ['9h-12h']}}",
                "calendar.bands.MON | time.band.overlap | {'bands': {'MON': ['09:00-12:00', '11:00-13:00']}}",
                "calendar.bands | time.band.overlap | {'bands': {'SUN': ['22:00-06:00'], 'MON': ['05:00-13:00']}}",
                "calendar.states | time.state.unknown | {'states': ['XX']}",
                "calendar.cities | time.city.unknown | {'cities': ['Campinas/SP']}",
                "calendar.optionalPoints | units.calendar.point | {'optionalPoints': ['CARNAVAL']}",
                "calendar.holidays | units.calendar.holiday | {'holidays': ['2026-02-30']}",
                "calendar.holidays | units.calendar.holiday | {'holidays': ['--13-01']}",
                "calendar.holidays | units.definition.type | {'holidays': [20261225]}",
                "calendar.holidays.name | units.definition.missing | {'holidays': [{'date': '2026-12-25'}]}",
                "calendar.holidays.closed | time.band.malformed | {'holidays': [{'date': '2026-12-25', 'name': 'N', 'closed': '22:00-06:00'}]}",
                "calendar.holidays.since | units.definition.unknown | {'holidays': [{'date': '2026-12-25', 'name': 'N', 'since': 2026}]}",
                "calendar.feriados | units.definition.unknown | {'feriados': []}"
            })
    void whatCannotBeIsRefusedAtItsPlace(String place, String key, String json) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> read(json.replace('\'', '"')))
                .satisfies(refusal -> {
                    assertThat(refusal.fields().get(0).field()).isEqualTo(place);
                    assertThat(refusal.key()).isEqualTo(key);
                    assertThat(Texts.get(key, refusal.args())).isNotEqualTo(key).doesNotContain("{");
                });
    }

    private static LocalDate day(String written) {
        return LocalDate.parse(written);
    }

    private static ServiceCalendar read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return CalendarJson.read(object);
        }
    }
}
