package org.guiche.demo;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import org.guiche.shared.Clocks;

/** Keeps how far the demo's clock has been moved: what happened there does not lie in the future after a restart. */
@Stateless
public class DemoClockTable {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clocks clocks;

    /** So much further. */
    public void add(Duration by) {
        em.createNativeQuery("""
                        insert into demo_clock (advanced_millis) values (?1)
                        on conflict (id) do update set advanced_millis = demo_clock.advanced_millis + ?1""").setParameter(1, by.toMillis()).executeUpdate();
    }

    /** Goes on where the demo was when it was stopped. */
    public void restore() {
        List<?> moved =
                em.createNativeQuery("select advanced_millis from demo_clock").getResultList();
        moved.forEach(millis -> clocks.leap(Duration.ofMillis(((Number) millis).longValue())));
    }
}
