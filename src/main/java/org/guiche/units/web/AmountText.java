package org.guiche.units.web;

import java.util.Locale;
import java.util.regex.Pattern;
import org.guiche.shared.RuleViolation;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;

/** Durations as administrators type them: {@code 30min}, {@code 4h}, {@code 25h30}, {@code 6 dias}. */
final class AmountText {

    private static final Pattern DAYS = Pattern.compile("(\\d{1,5}) ?(?:d|dias?(?: (?:útil|úteis|corridos?))?)");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,6}) ?(?:h|hs|horas?) ?(?:(\\d{1,2}) ?(?:m|min)?)?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,6}):(\\d{2})");
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,7}) ?(?:m|min|minutos?)");
    private static final Pattern BARE = Pattern.compile("(\\d{1,6})");

    private static final int AN_HOUR = 60;

    private AmountText() {}

    /** Reads it for that clock, a bare number being hours, or days where only days count; refuses whatever the clock cannot count. */
    static Amount parse(String typed, ClockKind clock) {
        var amount = read(typed, clock);
        if (!clock.counts(amount)) {
            throw new RuleViolation(amount.days() ? "units.service.amount.hours" : "units.service.amount.days", typed);
        }
        return amount;
    }

    private static Amount read(String typed, ClockKind clock) {
        var text = typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        var days = DAYS.matcher(text);
        if (days.matches()) {
            return Amount.days(Long.parseLong(days.group(1)));
        }
        var minutes = MINUTES.matcher(text);
        if (minutes.matches()) {
            return Amount.minutes(Long.parseLong(minutes.group(1)));
        }
        var bare = BARE.matcher(text);
        if (bare.matches()) {
            var number = Long.parseLong(text);
            return clock == ClockKind.BUSINESS_DAYS ? Amount.days(number) : Amount.hours(number);
        }
        return hours(text, typed);
    }

    private static Amount hours(String text, String typed) {
        for (var form : new Pattern[] {HOURS, CLOCK}) {
            var found = form.matcher(text);
            if (found.matches()) {
                var past = found.group(2) == null ? 0 : Long.parseLong(found.group(2));
                if (past < AN_HOUR) {
                    return Amount.minutes(Long.parseLong(found.group(1)) * AN_HOUR + past);
                }
            }
        }
        throw new RuleViolation("units.service.amount", typed);
    }

    /** The same as it is typed; {@link #parse} reads an equal amount from it. */
    static String of(Amount amount) {
        var value = amount.value();
        if (amount.days()) {
            return value + (value == 1 ? " dia" : " dias");
        }
        if (value < AN_HOUR) {
            return value + "min";
        }
        return value / AN_HOUR + "h" + (value % AN_HOUR == 0 ? "" : "%02d".formatted(value % AN_HOUR));
    }
}
