package org.guiche.reporting;

import static java.util.stream.Collectors.joining;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import org.guiche.tickets.Figure;
import org.jspecify.annotations.Nullable;

/** Columns of what queries for figures find, and what they ask with. */
final class Column {

    private Column() {}

    /** A number, 0 where there is none. */
    static long number(@Nullable Object column) {
        return column == null ? 0 : ((Number) column).longValue();
    }

    static LocalDate date(Object column) {
        return column instanceof LocalDate day ? day : ((Date) column).toLocalDate();
    }

    /** Three columns: how many, how long in service time, and how long. */
    static Sum sum(Object[] row, int from) {
        return new Sum(number(row[from]), number(row[from + 1]), number(row[from + 2]));
    }

    /** So many minutes, rounded up, in a column of seconds. */
    static String minutes(String column) {
        return "(" + column + " + 59) / 60";
    }

    /** Figures as a list of SQL. */
    static String names(Figure... figures) {
        return Arrays.stream(figures).map(one -> "'" + one.name() + "'").collect(joining(", "));
    }
}
