package org.guiche.partners;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.guiche.accounts.PersonAnonymised;

/** A file that waits to be brought in may name whom somebody erases: such files go, whoever stands in them, and can be sent again. */
@Dependent
class ErasedImports {

    @PersistenceContext
    EntityManager em;

    void erased(@Observes PersonAnonymised person) {
        Row.change(em, "delete from partners_import");
    }
}
