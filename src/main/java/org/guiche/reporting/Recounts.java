package org.guiche.reporting;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;

/** Has all figures counted again from the first event on, and says how far that is. For administrators. */
@Stateless
public class Recounts {

    /** Stands for the cells among the units; their turn comes last. */
    static final long CELLS = 0;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /**
     * Asks for it. Meanwhile reports go on with what they have: each ticket's figures are replaced as it is reached, and the cells all at
     * once in the end.
     *
     * @throws AccessDenied for whoever does not administer the installation
     */
    public void ask(Person actor) {
        if (!actor.isAdministrator()) {
            throw new AccessDenied("reporting.recount.administrators-only");
        }
        em.createNativeQuery("""
                        insert into reporting_recount (unit_id, asked_at) select id, cast(?1 as timestamptz) from units_unit
                        union all select 0, cast(?1 as timestamptz)
                        on conflict (unit_id) do update set after_id = 0, asked_at = excluded.asked_at""")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Whether figures are being counted again at this moment. */
    public boolean isUnderWay() {
        return (Boolean) em.createNativeQuery("select exists (select from reporting_recount)")
                .getSingleResult();
    }

    /** Until when reports tell everything; empty before they were ever reckoned. */
    public Optional<Instant> reckonedAt() {
        List<?> rows =
                em.createNativeQuery("select reckoned_at from reporting_state").getResultList();
        return rows.stream()
                .findFirst()
                .map(at -> at instanceof OffsetDateTime moment ? moment.toInstant() : ((Timestamp) at).toInstant());
    }
}
