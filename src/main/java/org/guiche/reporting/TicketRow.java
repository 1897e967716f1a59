package org.guiche.reporting;

import java.time.Duration;
import java.time.LocalDate;
import org.guiche.tickets.TicketSummary;
import org.jspecify.annotations.Nullable;

/**
 * A ticket with what reports know of it.
 *
 * @param times null while it was not reckoned yet
 */
public record TicketRow(TicketSummary ticket, @Nullable Times times) {

    /**
     * What reports know of a ticket.
     *
     * @param answered on what day it was answered for the first time; null while it was not
     * @param answer how much service time that took
     * @param solved on what day it was solved; null while it is not
     * @param solution how much service time that took, without the pauses
     */
    public record Times(
            @Nullable Long classificationId,
            @Nullable LocalDate answered,
            @Nullable Duration answer,
            @Nullable LocalDate solved,
            @Nullable Duration solution) {}
}
