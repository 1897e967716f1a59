package org.guiche.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionalHolidaysTest {

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "SP, 2026-07-09, Revolução Constitucionalista",
        "SP, 2023-11-20, Consciência Negra",
        "RJ, 2026-02-17, Carnaval",
        "RJ, 2026-04-23, São Jorge",
        "BA, 2026-07-02, Independência da Bahia",
        "PE, 2026-03-06, Data Magna de Pernambuco",
        "CE, 2026-03-25, Data Magna do Ceará",
        "RS, 2026-09-20, Revolução Farroupilha",
        "PA, 2026-08-15, Adesão do Pará à Independência",
        "ES, 2026-04-13, Nossa Senhora da Penha",
        "São Paulo/SP, 2026-01-25, Aniversário de São Paulo",
        "São Paulo/SP, 2026-06-04, Corpus Christi",
        "Rio de Janeiro/RJ, 2026-01-20, São Sebastião",
        "Belo Horizonte/MG, 2026-12-08, Imaculada Conceição",
        "Recife/PE, 2026-07-16, Nossa Senhora do Carmo",
        "Manaus/AM, 2026-10-24, Aniversário de Manaus"
    })
    void placesKeepTheirOwnDays(String place, LocalDate day, String name) {
        assertThat(of(place).on(day)).hasValue(name);
    }

    @Test
    void aDayHoldsFromItsFirstYearOn() {
        assertThat(of("SP").on(LocalDate.parse("1996-07-09"))).isEmpty();
        assertThat(of("SP").on(LocalDate.parse("1997-07-09"))).isPresent();
        assertThat(of("RJ").on(LocalDate.parse("2008-02-05"))).as("Carnaval").isEmpty();
        assertThat(of("PE").on(LocalDate.parse("2017-03-06"))).isEmpty();
    }

    @Test
    void aCityKeepsTheDaysOfItsStateAndAStateNoneOfItsCities() {
        assertThat(of("São Paulo/SP").on(LocalDate.parse("2026-07-09"))).isPresent();
        assertThat(of("SP").on(LocalDate.parse("2026-01-25"))).isEmpty();
    }

    @Test
    void everyStateIsKnownAndEveryCapitalButBrasiliaWhichIsAStateOfItsOwn() {
        assertThat(RegionalHolidays.states()).hasSize(27).isSorted();
        assertThat(RegionalHolidays.cities()).hasSize(26);
        assertThat(RegionalHolidays.cities())
                .extracting(city -> city.substring(city.indexOf('/') + 1))
                .doesNotHaveDuplicates()
                .doesNotContain("DF")
                .isSubsetOf(RegionalHolidays.states());
        assertThat(of("GO").of(2026)).as("a state without a day of its own").isEmpty();
    }

    @Test
    void everyDayOfTheFileHasADateAndAName() {
        for (var state : RegionalHolidays.states()) {
            of(state).of(2028).values().forEach(closures -> assertThat(closures).allMatch(Closure::isWholeDay));
        }
        for (var city : RegionalHolidays.cities()) {
            assertThat(of(city).of(2028).values())
                    .as(city)
                    .isNotEmpty()
                    .allSatisfy(closures -> assertThat(closures)
                            .allMatch(closure -> !closure.name().isBlank()));
        }
    }

    private static Holidays of(String place) {
        return place.contains("/")
                ? Holidays.none().withCity(place)
                : Holidays.none().withState(place);
    }
}
