package org.guiche.reporting;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.guiche.shared.Texts;

/** Days as a heading says them. */
public final class Days {

    private static final Locale BRAZIL = Locale.forLanguageTag("pt-BR");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", BRAZIL);

    private Days() {}

    /** {@code 6 a 19 nov}; {@code 28 out a 4 nov}; with years where they differ from one another. */
    public static String range(Period period) {
        var from = period.from();
        var to = period.to();
        if (from.equals(to)) {
            return whole(to);
        }
        var sameMonth = from.getYear() == to.getYear() && from.getMonth() == to.getMonth();
        var sameYear = from.getYear() == to.getYear();
        var first =
                sameMonth ? String.valueOf(from.getDayOfMonth()) : whole(from) + (sameYear ? "" : " " + from.getYear());
        return Texts.get("reporting.period.range", first, whole(to) + (sameYear ? "" : " " + to.getYear()));
    }

    private static String whole(LocalDate day) {
        return day.getDayOfMonth() + " " + MONTH.format(day).replace(".", "");
    }
}
