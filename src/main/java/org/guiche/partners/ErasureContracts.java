package org.guiche.partners;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import org.guiche.accounts.ErasurePlan;
import org.guiche.accounts.PersonAnonymised;
import org.jspecify.annotations.Nullable;

/** A contract that makes somebody a partner's general user keeps that person for as long as it lasts (S0-25). */
@Dependent
class ErasureContracts {

    @PersistenceContext
    EntityManager em;

    void planned(@Observes ErasurePlan plan) {
        List<?> rows = em.createNativeQuery("""
                        select count(*), cast(max(c.ends_on) as text) from partners_contract c
                        join partners_user u on u.partner_id = c.partner_id
                        where u.person_id = ?1 and u.access and c.status in ('APPROVED', 'SUSPENDED')
                            and c.ends_on >= cast(?2 as date)""")
                .setParameter(1, plan.personId())
                .setParameter(2, plan.today().toString())
                .getResultList();
        var row = (Object[]) rows.get(0);
        plan.waits("partners.erasure.contracts", ((Number) row[0]).longValue(), dayAfter((String) row[1]));
    }

    /** Who asked for a contract, and for whom: the contract stays, the person does not. */
    void erased(@Observes PersonAnonymised person) {
        em.createNativeQuery("""
                        update partners_request set contact_name = ?2, contact_email = ?3, contact_phone = '', user_cpf = '',
                            person_id = null, portfolio = shared_redacted(portfolio, ?4)
                        where person_id = ?1 or contact_email = any(cast(?5 as text[]))""")
                .setParameter(1, person.personId())
                .setParameter(2, person.alias())
                .setParameter(3, person.address())
                .setParameter(4, person.traces().everywhere())
                .setParameter(5, "{" + String.join(",", person.traces().emails()) + "}")
                .executeUpdate();
    }

    private static @Nullable LocalDate dayAfter(@Nullable String last) {
        return last == null ? null : LocalDate.parse(last).plusDays(1);
    }
}
