package org.guiche.reporting.web;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import org.guiche.shared.Texts;
import org.guiche.time.Wording;

/** Figures as they are written in Brazil. */
final class Numbers {

    private static final Locale BRAZIL = Locale.forLanguageTag("pt-BR");

    private Numbers() {}

    /** {@code 1.234}. */
    static String count(long number) {
        return NumberFormat.getIntegerInstance(BRAZIL).format(number);
    }

    /** One digit after the comma: {@code 93,4}. */
    static String decimal(double number) {
        var format = NumberFormat.getNumberInstance(BRAZIL);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /** {@code 93,4%}; a dash for a share of nothing. */
    static String percent(long part, long whole) {
        return whole == 0 ? Texts.get("reporting.none") : decimal(100.0 * part / whole) + "%";
    }

    /** {@code +8%}, {@code −11%}; empty where there was nothing before. */
    static String change(long now, long before) {
        return before == 0 ? "" : signed(Math.round(100.0 * (now - before) / before)) + "%";
    }

    /** With a sign in front, that of minus the real one. */
    static String signed(long number) {
        return number > 0 ? "+" + count(number) : number < 0 ? "−" + count(-number) : "0";
    }

    /** The same with one digit after the comma. */
    static String signed(double number) {
        var text = decimal(Math.abs(number));
        return text.equals("0,0") ? "0,0" : (number > 0 ? "+" : "−") + text;
    }

    /** {@code 41 min}, {@code 2 h 10}; short, for figures. */
    static String time(Duration time) {
        return Wording.remaining(time);
    }
}
