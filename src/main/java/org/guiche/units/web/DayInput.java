package org.guiche.units.web;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.guiche.shared.FieldError;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** The service of one day of the week, as it is typed. */
public final class DayInput {

    private static final Locale PT = Locale.forLanguageTag("pt-BR");

    private final DayOfWeek day;
    private String hours;

    DayInput(DayOfWeek day, List<String> bands) {
        this.day = day;
        this.hours = HoursText.of(bands);
    }

    /** Its bands as a calendar writes them; notes at its place what cannot be read. */
    List<String> bands(String place, List<FieldError> problems) {
        try {
            return HoursText.parse(hours);
        } catch (RuleViolation e) {
            problems.add(new FieldError(place + "." + getKey(), e.key(), e.args()));
            return List.of();
        }
    }

    DayOfWeek day() {
        return day;
    }

    /** Its three letters in a calendar. */
    public String getKey() {
        return day.name().substring(0, 3);
    }

    /** {@code Segunda}. */
    public String getName() {
        var name = day.getDisplayName(TextStyle.FULL, PT).replace("-feira", "");
        return name.substring(0, 1).toUpperCase(PT) + name.substring(1);
    }

    public String getHours() {
        return hours;
    }

    public void setHours(@Nullable String hours) {
        this.hours = hours == null ? "" : hours;
    }
}
