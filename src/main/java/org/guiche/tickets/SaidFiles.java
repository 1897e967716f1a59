package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiche.attachments.UsedFiles;

/** Names the files of what was said in tickets, notes too. */
@Dependent
class SaidFiles {

    @PersistenceContext
    EntityManager em;

    void used(@Observes UsedFiles used) {
        List<?> said = em.createNativeQuery(
                        "select distinct cast(file_id as text) from tickets_message_file where file_id = any(cast(?1 as uuid[]))")
                .setParameter(1, used.ids().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultList();
        used.own(said.stream().map(id -> UUID.fromString((String) id)).toList());
    }
}
