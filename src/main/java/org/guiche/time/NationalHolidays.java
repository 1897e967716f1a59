package org.guiche.time;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The national holidays of Brazil as the law has them (BRAZIL.md section 5). */
final class NationalHolidays {

    /** Lei 6.802/1980. */
    private static final int APARECIDA_SINCE = 1980;

    /** Lei 14.759 of December 2023. */
    private static final int CONSCIENCIA_NEGRA_SINCE = 2024;

    private NationalHolidays() {}

    /** Those of one year by date; where two meet (Paixão de Cristo may fall on 21 April), both names. */
    static Map<LocalDate, String> of(int year) {
        var days = new HashMap<LocalDate, String>();
        add(days, LocalDate.of(year, 1, 1), "Confraternização Universal");
        add(days, easter(year).minusDays(2), "Paixão de Cristo");
        add(days, LocalDate.of(year, 4, 21), "Tiradentes");
        add(days, LocalDate.of(year, 5, 1), "Dia do Trabalho");
        add(days, LocalDate.of(year, 9, 7), "Independência do Brasil");
        if (year >= APARECIDA_SINCE) {
            add(days, LocalDate.of(year, 10, 12), "Nossa Senhora Aparecida");
        }
        add(days, LocalDate.of(year, 11, 2), "Finados");
        add(days, LocalDate.of(year, 11, 15), "Proclamação da República");
        if (year >= CONSCIENCIA_NEGRA_SINCE) {
            add(days, LocalDate.of(year, 11, 20), "Consciência Negra");
        }
        add(days, LocalDate.of(year, 12, 25), "Natal");
        return days;
    }

    private static void add(Map<LocalDate, String> days, LocalDate day, String name) {
        days.merge(day, name, (one, other) -> one + " e " + other);
    }

    /** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
