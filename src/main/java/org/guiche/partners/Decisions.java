package org.guiche.partners;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.guiche.shared.NotFound;
import org.guiche.shared.StaleVersion;

/** Where every decision about a contract begins: one at a time for each partner, by an administrator, about what that person saw. */
@Dependent
class Decisions {

    @PersistenceContext
    EntityManager em;

    @Inject
    Grants grants;

    /** The contract, and nobody else decides about its partner until this transaction is over. */
    Contract begin(Step step) {
        Administrators.require(step.by());
        var known = em.find(Contract.class, step.contractId());
        if (known == null) {
            throw new NotFound("partners.contract.not-found");
        }
        grants.lock(known.partnerId());
        em.refresh(known);
        if (step.version() != null && step.version() != known.version()) {
            throw new StaleVersion();
        }
        return known;
    }
}
