package org.guiche.reporting;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.guiche.reporting.Rhythm.Every;
import org.guiche.sheets.Format;

/**
 * A report that is sent again and again, and the moment of its next mail.
 *
 * @param personId to whom
 */
public record DueSchedule(long id, long personId, Schedule schedule, Instant dueAt, int tries) {

    static final String COLUMNS =
            "select id, person_id, report, address, every, day, hour, span, format, due_at, tries";

    static DueSchedule of(Object found) {
        var row = (Object[]) found;
        var rhythm =
                new Rhythm(Every.valueOf((String) row[4]), (int) Column.number(row[5]), (int) Column.number(row[6]));
        var schedule = new Schedule(
                Report.valueOf((String) row[2]),
                (String) row[3],
                rhythm,
                Span.valueOf((String) row[7]),
                Format.valueOf((String) row[8]));
        return new DueSchedule(
                Column.number(row[0]), Column.number(row[1]), schedule, moment(row[9]), (int) Column.number(row[10]));
    }

    private static Instant moment(Object column) {
        return column instanceof OffsetDateTime at ? at.toInstant() : ((Timestamp) column).toInstant();
    }
}
