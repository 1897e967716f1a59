package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** For whom a ticket was opened once, and what a form may offer of it now: also where the company is active no more, or a service has ended. */
@Stateless
public class FormerOpenings {

    @PersistenceContext
    EntityManager em;

    /** Of that company and project. Whoever asks may see the ticket; nothing new opens from it. */
    public Opening of(long companyId, @Nullable Long projectId) {
        var query = em.createNativeQuery(EquippedCompany.FORMER_COLUMNS + "where c.id = ?1")
                .setParameter(1, companyId);
        var equipped = EquippedCompany.read(query).get(0);
        var company = equipped.company();
        return new Opening(company.groupId(), company, null, null, equipped.services(), equipped.projects(null))
                .of(projectId);
    }

    /** Refuses a company that takes no new tickets, though whoever asks may see the ticket that another one is to go on from. */
    public void requireOpen(@Nullable Long companyId) {
        Row.all(em, "select name from partners_company where id = ?1 and not active", companyId)
                .findFirst()
                .ifPresent(row -> {
                    throw new RuleViolation("partners.company.closed", row.text(0));
                });
    }
}
