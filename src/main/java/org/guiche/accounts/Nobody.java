package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.guiche.shared.Texts;

/** Who stands where somebody stood whose link to a matter has had its time: one account for all of them, which nobody can get in by. */
@Stateless
public class Nobody {

    /** Where no mail arrives. */
    public static final String EMAIL = "ninguem" + Account.ERASED;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** What that account is called. */
    public static String alias() {
        return Texts.get("accounts.nobody");
    }

    /** Its id; the first who asks makes it. */
    public long id() {
        em.createNativeQuery("""
                        insert into accounts_person (name, email, active, created_at) values (?1, ?2, false, ?3)
                        on conflict (email) do nothing""")
                .setParameter(1, alias())
                .setParameter(2, EMAIL)
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        List<?> found = em.createNativeQuery("select id from accounts_person where email = ?1")
                .setParameter(1, EMAIL)
                .getResultList();
        return ((Number) found.get(0)).longValue();
    }
}
