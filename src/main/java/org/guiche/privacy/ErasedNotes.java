package org.guiche.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.guiche.accounts.PersonAnonymised;

/** Whoever is made nobody goes out of what was written about requests, holds and incidents, too. */
@Dependent
class ErasedNotes {

    @PersistenceContext
    EntityManager em;

    void erased(@Observes PersonAnonymised person) {
        for (var column : List.of(
                "privacy_request.note",
                "privacy_request.reason",
                "privacy_hold.reason",
                "privacy_incident.title",
                "privacy_incident.description",
                "privacy_incident.measures")) {
            var parts = column.split("\\.", 2);
            em.createNativeQuery("update %1$s set %2$s = shared_redacted(%2$s, ?1) where %2$s ~* ?1"
                            .formatted(parts[0], parts[1]))
                    .setParameter(1, person.traces().everywhere())
                    .executeUpdate();
        }
    }
}
