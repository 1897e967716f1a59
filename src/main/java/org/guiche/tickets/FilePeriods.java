package org.guiche.tickets;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Units;

/** How long which unit keeps the files of closed tickets, where that is shorter than the ticket itself: for administrators of the installation to say (ADR 49). */
@Stateless
public class FilePeriods {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Units units;

    @EJB
    AuditTrail audit;

    /** Of every unit, also of those that take no tickets any more. Refuses everybody but administrators. */
    public List<FilePeriod> all(Person by) {
        requireAdministrator(by);
        var said = said();
        return units.administeredBy(by).stream()
                .map(unit -> period(unit, said.getOrDefault(unit.id(), FilePeriod.AS_LONG_AS_THE_TICKET)))
                .toList();
    }

    private static void requireAdministrator(Person by) {
        if (!by.isAdministrator()) {
            throw new AccessDenied("tickets.files-period.denied");
        }
    }

    private static FilePeriod period(BusinessUnit unit, int days) {
        return new FilePeriod(
                unit.id(), unit.name(), days, unit.settings().sac() ? FilePeriod.LEAST_UNDER_THE_DECREE : 1);
    }

    private Map<Long, Integer> said() {
        List<?> rows = em.createNativeQuery("select unit_id, days from tickets_files_period")
                .getResultList();
        var said = new HashMap<Long, Integer>();
        rows.stream()
                .map(Object[].class::cast)
                .forEach(row -> said.put(((Number) row[0]).longValue(), ((Number) row[1]).intValue()));
        return said;
    }

    /** Those that are set: for what happens by itself. */
    public List<FilePeriod> set() {
        return said().entrySet().stream()
                .map(one -> period(units.get(one.getKey()), one.getValue()))
                .toList();
    }

    /**
     * From now on files of that unit go so many days after their ticket was closed; none takes the period away. Refuses everybody but administrators,
     * and fewer days than two years where the decree on customer service counts (Decreto 11.034/2022, art. 12).
     */
    public void keep(long unitId, int days, Person by) {
        requireAdministrator(by);
        var before = period(units.get(unitId), said().getOrDefault(unitId, FilePeriod.AS_LONG_AS_THE_TICKET));
        before.check(days);
        if (days == before.days()) {
            return;
        }
        write(unitId, days, by);
        audit.record(
                by,
                Audited.of(AuditSubject.UNIT, unitId, "tickets.audit.files-period")
                        .named(before.unit())
                        .from(Map.of("days", before.days()))
                        .to(Map.of("days", days)));
    }

    private void write(long unitId, int days, Person by) {
        if (days == FilePeriod.AS_LONG_AS_THE_TICKET) {
            em.createNativeQuery("delete from tickets_files_period where unit_id = ?1")
                    .setParameter(1, unitId)
                    .executeUpdate();
            return;
        }
        em.createNativeQuery("""
                        insert into tickets_files_period (unit_id, days, changed_at, changed_by) values (?1, ?2, ?3, ?4)
                        on conflict (unit_id) do update
                            set days = excluded.days, changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
                .setParameter(1, unitId)
                .setParameter(2, days)
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(4, by.id())
                .executeUpdate();
    }
}
