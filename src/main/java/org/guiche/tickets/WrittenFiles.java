package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.guiche.attachments.UnusedFiles;

/** Keeps the files of what people are still writing, however long they take: drafts of tickets, pictures in drafts of replies. */
@Dependent
class WrittenFiles {

    @PersistenceContext
    EntityManager em;

    void leaving(@Observes UnusedFiles leaving) {
        List<?> written = em.createNativeQuery("""
                        select id from unnest(cast(?1 as text[])) as old (id)
                        where exists (select 1 from tickets_draft d where d.ticket_id is null
                                and d.content -> 'attachments' @> to_jsonb(old.id))
                            or exists (select 1 from tickets_reply_draft r where position(old.id in r.html) > 0)""")
                .setParameter(
                        1,
                        "{"
                                + String.join(
                                        ",",
                                        leaving.ids().stream()
                                                .map(UUID::toString)
                                                .toList()) + "}")
                .getResultList();
        leaving.spare(written.stream().map(id -> UUID.fromString((String) id)).toList());
    }
}
