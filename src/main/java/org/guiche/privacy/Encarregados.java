package org.guiche.privacy;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.Person;
import org.guiche.shared.RuleViolation;

/** Who answers for personal data here, as every page says it. */
@Stateless
public class Encarregados {

    private static final int LONGEST = 200;

    @PersistenceContext
    EntityManager em;

    @EJB
    AuditTrail audit;

    /** Who it is now. */
    public Encarregado get() {
        List<?> rows = em.createNativeQuery("select name, contact, small_agent from privacy_officer")
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Encarregado((String) row[0], (String) row[1], (Boolean) row[2]))
                .findFirst()
                .orElse(Encarregado.NOBODY);
    }

    /** From now on it is somebody else. Refuses nobody, unless the owner is a small agent, and no contact. */
    public void name(Encarregado named, Person by) {
        PrivacyAccess.requireDecider(by);
        check("name", named.name(), named.smallAgent());
        check("contact", named.contact(), false);
        em.createNativeQuery("""
                        insert into privacy_officer (name, contact, small_agent) values (?1, ?2, ?3)
                        on conflict (id) do update set name = excluded.name, contact = excluded.contact, small_agent = excluded.small_agent""")
                .setParameter(1, named.name().strip())
                .setParameter(2, named.contact().strip())
                .setParameter(3, named.smallAgent())
                .executeUpdate();
        audit.record(
                by,
                Audited.of(AuditSubject.PRIVACY, 0, "privacy.audit.officer")
                        .to(Map.of("smallAgent", named.smallAgent())));
    }

    private static void check(String field, String text, boolean mayBeEmpty) {
        if ((text.isBlank() && !mayBeEmpty)
                || text.length() > LONGEST
                || text.chars().anyMatch(Character::isISOControl)) {
            throw RuleViolation.of(field, "privacy.officer." + field, LONGEST);
        }
    }
}
