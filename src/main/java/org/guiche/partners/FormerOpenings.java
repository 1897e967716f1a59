package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jspecify.annotations.Nullable;

/** For whom a ticket was opened once, and what a form may offer of it now: also where the company is active no more. */
@Stateless
public class FormerOpenings {

    @PersistenceContext
    EntityManager em;

    /** Of that company and project. Whoever asks may see the ticket; nothing new opens from it. */
    public Opening of(long companyId, @Nullable Long projectId) {
        var query = em.createNativeQuery(EquippedCompany.COLUMNS + "where c.id = ?1")
                .setParameter(1, companyId);
        var equipped = EquippedCompany.read(query).get(0);
        var company = equipped.company();
        return new Opening(company.groupId(), company, null, null, equipped.services(), equipped.projects(null))
                .of(projectId);
    }
}
