package org.guiche.partners;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;

/** Which domain is whose; the database decides who was first. */
@Dependent
class DomainTable {

    @PersistenceContext
    EntityManager em;

    /** The company has these domains, and no others; refuses one that another company has. */
    void replace(long companyId, List<String> domains) {
        var written = JsonText.array(domains).build().toString();
        var foreign = Row.all(em, """
                select d.domain, c.name from partners_domain d join partners_company c on c.id = d.company_id
                where d.company_id <> ?1 and d.domain in (select jsonb_array_elements_text(cast(?2 as jsonb)))""", companyId, written).findFirst();
        foreign.ifPresent(row -> {
            throw RuleViolation.of("domains", "partners.domain.taken", row.text(0), row.text(1));
        });
        Row.change(
                em,
                "delete from partners_domain where company_id = ?1"
                        + " and domain not in (select jsonb_array_elements_text(cast(?2 as jsonb)))",
                companyId,
                written);
        insert(companyId, written);
    }

    /** Whoever is first has it. */
    private void insert(long companyId, String domains) {
        try {
            Row.change(em, """
                    insert into partners_domain (domain, company_id)
                    select d, ?1 from jsonb_array_elements_text(cast(?2 as jsonb)) d
                    where d not in (select domain from partners_domain where company_id = ?1)""", companyId, domains);
        } catch (PersistenceException e) {
            throw String.valueOf(e.getMessage()).contains("partners_domain_pkey")
                    ? RuleViolation.of("domains", "partners.domain.taken-now")
                    : e;
        }
    }
}
