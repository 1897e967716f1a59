package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guiche.shared.Email;
import org.guiche.shared.JsonText;

/** The mail domains of companies: whose people they are who sign up. */
@Stateless
public class CompanyDomains {

    @PersistenceContext
    EntityManager em;

    /** The company has these domains, and no others. */
    public void set(Company company, List<String> domains) {
        var written = domains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        em.createNativeQuery("update partners_company set domains = cast(?2 as jsonb) where id = ?1")
                .setParameter(1, company.id())
                .setParameter(2, JsonText.array(written).build().toString())
                .executeUpdate();
    }

    /** The group of the one active company that has the domain of that address; nothing where none has it, or several. */
    public Optional<Long> group(Email email) {
        var domain = email.address().substring(email.address().indexOf('@') + 1);
        List<?> groups = em.createNativeQuery(
                        "select group_id from partners_company where active and jsonb_exists(domains, ?1) limit 2")
                .setParameter(1, domain)
                .getResultList();
        return groups.size() == 1 ? Optional.of(((Number) groups.get(0)).longValue()) : Optional.empty();
    }
}
