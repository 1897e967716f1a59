package org.guiche.reporting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.guiche.shared.RuleViolation;

/** Some whole days, both ends among them, in the zone of each ticket's unit. Ten years at most. */
public record Period(LocalDate from, LocalDate to) {

    private static final int MOST_DAYS = 3660;
    private static final int DAYS_BY_DAY = 45;
    private static final int DAYS_BY_WEEK = 200;

    public Period {
        if (to.isBefore(from)) {
            throw RuleViolation.of("to", "reporting.period.backwards");
        }
        if (ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw RuleViolation.of("from", "reporting.period.long");
        }
    }

    /** So many days, that one the last of them. */
    public static Period until(LocalDate last, int days) {
        return new Period(last.minusDays(days - 1L), last);
    }

    /** How many days it has. */
    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** As many days before it. */
    public Period before() {
        return new Period(from.minusDays(days()), from.minusDays(1));
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** In what steps it is drawn, so that nobody has to count columns. */
    public Grain grain() {
        var days = days();
        return days <= DAYS_BY_DAY ? Grain.DAY : days <= DAYS_BY_WEEK ? Grain.WEEK : Grain.MONTH;
    }
}
