package org.guiche.tickets;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A timer whose time has come. */
record DueTimer(
        long id, long ticketId, TimerKind kind, @Nullable Long clockId, int number, Instant at) {

    static final String COLUMNS = "select m.id, m.ticket_id, m.kind, m.clock_id, m.number, m.due_at ";

    static DueTimer of(Object row) {
        var columns = (Object[]) row;
        return new DueTimer(
                number(columns[0]),
                number(columns[1]),
                TimerKind.valueOf((String) columns[2]),
                columns[3] == null ? null : number(columns[3]),
                (int) number(columns[4]),
                ((Timestamp) columns[5]).toInstant());
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
