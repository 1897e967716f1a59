package org.guiche.partners;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiche.attachments.UsedFiles;

/** Names the documents of contracts, and of those that somebody has asked for. */
@Dependent
class DocumentsInUse {

    @PersistenceContext
    EntityManager em;

    void used(@Observes UsedFiles used) {
        List<?> ids = em.createNativeQuery("""
                        select cast(file_id as text) from partners_document where file_id = any(cast(?1 as uuid[]))
                        union select cast(file_id as text) from partners_request where file_id = any(cast(?1 as uuid[]))""")
                .setParameter(1, used.ids().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultList();
        used.own(ids.stream().map(id -> UUID.fromString((String) id)).toList());
    }
}
