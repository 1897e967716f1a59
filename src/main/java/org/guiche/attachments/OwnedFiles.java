package org.guiche.attachments;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiche.accounts.ErasurePlan;
import org.guiche.accounts.PersonAnonymised;

/**
 * What becomes of files when their owner is made nobody: those that the person sent go, whatever is in them, and with them, at the next
 * sweep, their bytes, unless somebody else sent the same. Those that others sent stay, without the person in their names.
 */
@Dependent
class OwnedFiles {

    /** After those who use the files have let go of them. */
    private static final int LAST = 4000;

    @PersistenceContext
    EntityManager em;

    @Inject
    Event<ErasedFiles> erased;

    void planned(@Observes ErasurePlan plan) {
        plan.goes(
                "attachments.erasure.files",
                ((Number) em.createNativeQuery("select count(*) from attachments_file where owner_id = ?1")
                                .setParameter(1, plan.personId())
                                .getSingleResult())
                        .longValue());
    }

    void erased(@Observes @Priority(LAST) PersonAnonymised person) {
        var leaving = new ErasedFiles(owned(person.personId()));
        erased.fire(leaving);
        em.createNativeQuery("delete from attachments_file where id = any(cast(?1 as uuid[]))")
                .setParameter(1, leaving.ids().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .executeUpdate();
        em.createNativeQuery("delete from attachments_upload where owner_id = ?1")
                .setParameter(1, person.personId())
                .executeUpdate();
        em.createNativeQuery("update attachments_file set name = shared_redacted(name, ?1) where name ~* ?1")
                .setParameter(1, person.traces().everywhere())
                .executeUpdate();
    }

    private List<UUID> owned(long personId) {
        List<?> ids = em.createNativeQuery("select cast(id as text) from attachments_file where owner_id = ?1")
                .setParameter(1, personId)
                .getResultList();
        return ids.stream().map(id -> UUID.fromString((String) id)).toList();
    }
}
