package org.guiche.reporting;

import static org.guiche.reporting.Column.minutes;

/** What of a ticket it is told how long it took: its first answer, or its solution. */
enum Moment {
    ANSWERED("answered_day", "answer_business", "answer_running"),
    SOLVED("solved_day", "solve_business", "solve_running");

    private final String day;
    private final String business;
    private final String running;

    Moment(String day, String business, String running) {
        this.day = day;
        this.business = business;
        this.running = running;
    }

    /** The column that says on which day it came. */
    String day() {
        return day;
    }

    /** How many minutes it took, rounded up, in service time or in all of it: as SQL over {@code reporting_ticket}. */
    String minutesTaken(boolean inAllOfIt) {
        return minutes(inAllOfIt ? running : business);
    }
}
