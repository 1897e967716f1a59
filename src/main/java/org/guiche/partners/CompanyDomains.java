package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.guiche.shared.Email;

/** The mail domains of companies: whose people they are who sign up. A domain is one company's, and never a public provider's. */
@Stateless
public class CompanyDomains {

    @PersistenceContext
    EntityManager em;

    @Inject
    DomainTable table;

    /** The company has these domains, and no others. */
    public void set(Company company, List<String> domains) {
        table.replace(
                company.id(), domains.stream().map(MailDomain::of).distinct().toList());
    }

    /** The group of the active company that has the domain of that address. */
    public Optional<Long> group(Email email) {
        var domain = email.address().substring(email.address().indexOf('@') + 1);
        return Row.all(
                        em,
                        "select c.group_id from partners_domain d join partners_company c on c.id = d.company_id"
                                + " where d.domain = ?1 and c.active",
                        domain)
                .map(row -> row.number(0))
                .findFirst();
    }
}
