package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiche.attachments.FilesChanged;

/** Pages that show a file look again when it may be had, or when there is a small picture of it; also where it is told after a merge. */
@Dependent
class ShownFiles {

    private static final String WHERE = """
            with recursive told (id) as (
                select m.ticket_id from tickets_message_file f join tickets_message m on m.id = f.message_id
                    where f.file_id = any(cast(?1 as uuid[]))
                union select t.merged_into from told join tickets_ticket t on t.id = told.id where t.merged_into is not null)
            select id from told order by id""";

    @PersistenceContext
    EntityManager em;

    @Inject
    Ledger ledger;

    void changed(@Observes FilesChanged event) {
        List<?> ids = em.createNativeQuery(WHERE)
                .setParameter(1, event.files().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultList();
        ids.stream()
                .map(id -> em.find(Ticket.class, ((Number) id).longValue()))
                .filter(Objects::nonNull)
                .forEach(ledger::announce);
    }
}
