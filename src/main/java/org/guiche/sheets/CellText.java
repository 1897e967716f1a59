package org.guiche.sheets;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Cells as they are read in Brazil. */
public final class CellText {

    private static final Locale BRAZIL = Locale.forLanguageTag("pt-BR");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", BRAZIL);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", BRAZIL);
    private static final double PERCENT = 100;

    private CellText() {}

    /** {@code 1234}, {@code 93,4}, {@code 93,4%}, {@code 19/11/2026}, {@code 19/11/2026 14:20}, {@code 52:05}; empty for nothing. */
    public static String of(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        } else if (cell instanceof Cell.Count count) {
            return Long.toString(count.number());
        } else if (cell instanceof Cell.Decimal decimal) {
            return decimal(decimal.number());
        } else if (cell instanceof Cell.Share share) {
            return decimal(share.part() * PERCENT) + "%";
        } else if (cell instanceof Cell.Day day) {
            return DAY.format(day.day());
        } else if (cell instanceof Cell.Moment moment) {
            return MOMENT.format(moment.at().atZone(moment.zone()));
        }
        return cell instanceof Cell.Length length ? hours(length.length()) : "";
    }

    private static String decimal(double number) {
        var format = NumberFormat.getNumberInstance(BRAZIL);
        format.setGroupingUsed(false);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    private static String hours(Duration length) {
        return String.format(Locale.ROOT, "%d:%02d", length.toHours(), length.toMinutesPart());
    }

    /** Whether it stands at the right of its column. */
    static boolean isFigure(Cell cell) {
        return cell instanceof Cell.Count
                || cell instanceof Cell.Decimal
                || cell instanceof Cell.Share
                || cell instanceof Cell.Length;
    }
}
