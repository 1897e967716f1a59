package org.guiche.time;

import java.time.LocalDate;

/** A holiday of one year: its date, its name, and which part of the day it closes. */
public record DayOff(LocalDate date, String name, Band closed) {

    /** Whether nothing of the day is left. */
    public boolean isWholeDay() {
        return closed.equals(Band.WHOLE_DAY);
    }
}
