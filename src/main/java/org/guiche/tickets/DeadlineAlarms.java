package org.guiche.tickets;

import java.util.List;

/** Deadlines that come near or are missed, as many as were found at once. Fired in the transaction that writes them down. */
public record DeadlineAlarms(List<DeadlineAlarm> all) {

    public DeadlineAlarms {
        all = List.copyOf(all);
    }
}
