package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guiche.accounts.People;
import org.guiche.shared.Texts;
import org.guiche.tickets.Sorted.Left;
import org.guiche.units.Sectors;

/** Says of each ticket why it was not sorted, or not taken back: who has it, or where it went. */
@Dependent
class TriageRefusals {

    @Inject
    People people;

    @Inject
    Sectors sectors;

    List<Left> of(List<Ticket> tickets) {
        return said("tickets.triage.left.", tickets);
    }

    List<Left> ofUndoing(List<Ticket> tickets) {
        return said("tickets.triage.undo.", tickets);
    }

    private List<Left> said(String key, List<Ticket> tickets) {
        var names = people.names(tickets.stream()
                .map(ticket -> ticket.assigneeId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return tickets.stream()
                .map(ticket -> new Left(ticket.code(), reason(key, ticket, names)))
                .toList();
    }

    private String reason(String key, Ticket ticket, Map<Long, String> names) {
        var sector = sectors.get(ticket.sectorId).name();
        return ticket.assigneeId == null
                ? Texts.get(key + "moved", ticket.code(), sector)
                : Texts.get(key + "taken", ticket.code(), names.getOrDefault(ticket.assigneeId, ""));
    }
}
