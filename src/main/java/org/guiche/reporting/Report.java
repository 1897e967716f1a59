package org.guiche.reporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The reports that can be had as files. */
public enum Report {
    /** The figures of a cut, as the page of that name has them. */
    DASHBOARD,
    /** The tickets behind a figure. */
    TICKETS;

    /** The one of that word; none for any other. */
    public static Optional<Report> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** How it is asked for. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
