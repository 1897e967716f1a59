package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.guiche.attachments.InfectedFileUsed;

/** A virus in a file of a ticket is part of its history; in one of a note, the staff's alone. */
@Dependent
class InfectedFiles {

    private static final String WHERE = """
            select m.ticket_id, bool_and(m.internal) from tickets_message_file f join tickets_message m on m.id = f.message_id
            where f.file_id = cast(?1 as uuid) group by m.ticket_id order by m.ticket_id""";

    @PersistenceContext
    EntityManager em;

    @Inject
    Ledger ledger;

    void used(@Observes InfectedFileUsed event) {
        List<?> rows = em.createNativeQuery(WHERE)
                .setParameter(1, event.file().toString())
                .getResultList();
        rows.stream()
                .map(row -> (Object[]) row)
                .forEach(row -> blocked(((Number) row[0]).longValue(), (Boolean) row[1], event.infection()));
    }

    private void blocked(long ticketId, boolean internal, String infection) {
        var ticket = em.find(Ticket.class, ticketId);
        var event = ledger.record(Act.byItself(ticket), EventType.FILE_BLOCKED, null, infection);
        if (internal) {
            event.amongStaff();
        }
        ledger.announce(ticket);
    }
}
