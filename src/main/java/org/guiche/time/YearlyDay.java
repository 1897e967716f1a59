package org.guiche.time;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day off that comes every year, on its date or at its distance from Easter, from the year on in which it began to hold. The 29th
 * of February comes in leap years only.
 */
record YearlyDay(Closure closure, @Nullable MonthDay fixed, int fromEaster, int since) {

    static YearlyDay on(MonthDay day, String name, int since) {
        return new YearlyDay(Closure.wholeDay(name), day, 0, since);
    }

    /** Reads {@code 07-09}, or days before or after Easter such as {@code -47} and {@code +60}. */
    static YearlyDay read(String day, String name, int since) {
        return day.charAt(0) == '-' || day.charAt(0) == '+'
                ? new YearlyDay(Closure.wholeDay(name), null, Integer.parseInt(day), since)
                : on(MonthDay.parse("--" + day), name, since);
    }

    Optional<LocalDate> in(int year) {
        if (year < since || (fixed != null && !fixed.isValidYear(year))) {
            return Optional.empty();
        }
        return Optional.of(fixed == null ? NationalHolidays.easter(year).plusDays(fromEaster) : fixed.atYear(year));
    }
}
