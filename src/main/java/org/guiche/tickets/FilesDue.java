package org.guiche.tickets;

import java.util.List;
import java.util.stream.Collectors;
import org.guiche.shared.Kept;

/** Which tickets have been closed for longer than their unit keeps files: the same are left alone as when tickets are emptied (ADR 35). */
final class FilesDue {

    private FilesDue() {}

    /** These tickets, by the day on which their files go, for units with a period, of which there is one at least. */
    static Kept of(List<FilePeriod> periods) {
        var days = periods.stream()
                .map(one -> "when %d then %d".formatted(one.unitId(), one.effective()))
                .collect(Collectors.joining(" ", " + interval '1 day' * case tickets_ticket.unit_id ", " end"));
        var units = periods.stream().map(one -> Long.toString(one.unitId())).collect(Collectors.joining(", "));
        var least = periods.stream().mapToInt(FilePeriod::effective).min().orElseThrow();
        return Kept.of("tickets_ticket", "closed_at" + days, Kept.FOR_GOOD, 1)
                .where("category = 'CLOSED' and emptied_at is null and unit_id in (" + units
                        + ") and closed_at < cast(?1 as timestamptz) - interval '1 day' * " + least)
                .unless(FinishedTickets.TOLD_WITH_NEWER + "closed_at" + days + " >= ?1)")
                .ofPerson(FinishedTickets.OF_PEOPLE)
                .ofTicket(FinishedTickets.OF_TICKETS);
    }
}
