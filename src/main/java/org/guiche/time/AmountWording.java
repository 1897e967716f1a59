package org.guiche.time;

/** Says an amount together with what its clock counts, never one without the other (REQUIREMENTS 7.3). */
final class AmountWording {

    private static final int MINUTES_AN_HOUR = 60;

    private AmountWording() {}

    static String amount(Amount amount, ClockKind kind) {
        return written(amount, kind, " hora", " minuto")
                + (kind == ClockKind.BUSINESS_DAY_24H ? " (24 h por dia útil)" : "");
    }

    static String shortAmount(Amount amount, ClockKind kind) {
        return written(amount, kind, " h", " min") + (kind == ClockKind.BUSINESS_DAY_24H ? " (24 h/dia)" : "");
    }

    private static String written(Amount amount, ClockKind kind, String hour, String minute) {
        var value = amount.value();
        if (amount.days()) {
            return counted(value, " dia") + counting(kind, value, "o");
        }
        if (value < MINUTES_AN_HOUR) {
            return counted(value, minute) + counting(kind, value, "o");
        }
        return value % MINUTES_AN_HOUR == 0
                ? counted(value / MINUTES_AN_HOUR, hour) + counting(kind, value / MINUTES_AN_HOUR, "a")
                : Wording.length(amount.duration()) + counting(kind, value, "a");
    }

    private static String counted(long value, String unit) {
        var abbreviated = unit.equals(" h") || unit.equals(" min");
        return value + unit + (value == 1 || abbreviated ? "" : "s");
    }

    private static String counting(ClockKind kind, long value, String gender) {
        if (kind == ClockKind.RUNNING) {
            return " corrid" + gender + (value == 1 ? "" : "s");
        }
        return value == 1 ? " útil" : " úteis";
    }
}
