package org.guiche.time;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** Days that many companies do not work though no national law says so; some close for a part of the day only. */
public enum OptionalPoint {
    CARNIVAL_MONDAY("Segunda-feira de Carnaval", -48, 0, Band.DAY),
    CARNIVAL_TUESDAY("Carnaval", -47, 0, Band.DAY),
    ASH_WEDNESDAY("Quarta-feira de Cinzas, até 14h", -46, 0, 14 * 60),
    CORPUS_CHRISTI("Corpus Christi", 60, 0, Band.DAY),
    PUBLIC_SERVANT("Dia do Servidor Público", MonthDay.of(10, 28), 0),
    CHRISTMAS_EVE("Véspera de Natal, depois das 14h", MonthDay.of(12, 24), 14 * 60),
    NEW_YEARS_EVE("Véspera de Ano-Novo, depois das 14h", MonthDay.of(12, 31), 14 * 60);

    /** What banks keep: Resolução CMN 4.880/2020. */
    public static final Set<OptionalPoint> OF_BANKS = Set.of(CARNIVAL_MONDAY, CARNIVAL_TUESDAY, CORPUS_CHRISTI);

    private final String title;
    private final int fromEaster;
    private final MonthDay fixed;
    private final int closedFrom;
    private final int closedTo;

    OptionalPoint(String title, int fromEaster, int closedFrom, int closedTo) {
        this(title, fromEaster, MonthDay.of(1, 1), closedFrom, closedTo);
    }

    OptionalPoint(String title, MonthDay fixed, int closedFrom) {
        this(title, 0, fixed, closedFrom, Band.DAY);
    }

    OptionalPoint(String title, int fromEaster, MonthDay fixed, int closedFrom, int closedTo) {
        this.title = title;
        this.fromEaster = fromEaster;
        this.fixed = fixed;
        this.closedFrom = closedFrom;
        this.closedTo = closedTo;
    }

    /** Its name in Portuguese. */
    public String title() {
        return title;
    }

    /** Its date in one year. */
    public LocalDate in(int year) {
        return fromEaster == 0
                ? fixed.atYear(year)
                : NationalHolidays.easter(year).plusDays(fromEaster);
    }

    /** What it closes on its date. */
    Closure closure() {
        return new Closure(title, closedFrom, closedTo);
    }
}
