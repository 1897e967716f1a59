package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Target;
import org.guiche.units.Units;

/**
 * The rounds at which the crew is reminded of what waits too long to be sorted (T7). When they are follows from the unit; written
 * down is only when one was done last. So each happens once, on whichever node comes first, those missed while nothing ran count
 * as one, and a change of the times needs no other change.
 */
@Stateless
public class TriageRounds {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Units units;

    @Inject
    Event<TriageDue> due;

    /** Does those that are due. Cheap where none is. */
    public void look() {
        var some = withRounds();
        if (some.isEmpty()) {
            return;
        }
        var done = done();
        var now = clock.instant();
        for (var unit : some) {
            var before = done.get(unit.id());
            if (before == null) {
                begin(unit, now);
            } else if (Rounds.of(unit).last(now).filter(before::isBefore).isPresent() && isMine(unit, before, now)) {
                remind(unit, now);
            }
        }
    }

    /** When the next one is due; nothing where there are none. */
    public Optional<Instant> next() {
        var done = done();
        return withRounds().stream()
                .flatMap(unit -> Optional.ofNullable(done.get(unit.id())).flatMap(Rounds.of(unit)::next).stream())
                .min(Instant::compareTo);
    }

    private List<BusinessUnit> withRounds() {
        return units.all().stream()
                .filter(unit -> !unit.settings().triage().rounds().isEmpty())
                .toList();
    }

    private Map<Long, Instant> done() {
        List<?> rows = em.createNativeQuery("select unit_id, done_at from tickets_triage_round")
                .getResultList();
        var done = new HashMap<Long, Instant>();
        for (var row : rows) {
            var columns = (Object[]) row;
            done.put(((Number) columns[0]).longValue(), SummaryRows.at(columns[1]));
        }
        return done;
    }

    /** The first rounds of a unit are those after it got some. */
    private void begin(BusinessUnit unit, Instant now) {
        em.createNativeQuery("insert into tickets_triage_round values (?1, ?2) on conflict (unit_id) do nothing")
                .setParameter(1, unit.id())
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Another node that does the same waits here, and finds it done. */
    private boolean isMine(BusinessUnit unit, Instant before, Instant now) {
        return em.createNativeQuery("update tickets_triage_round set done_at = ?3 where unit_id = ?1 and done_at = ?2")
                        .setParameter(1, unit.id())
                        .setParameter(2, before.atOffset(ZoneOffset.UTC))
                        .setParameter(3, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    private void remind(BusinessUnit unit, Instant now) {
        var patience = unit.settings().triage().patience();
        if (patience == null) {
            return;
        }
        var tooLong = waiting(unit).stream()
                .map(row -> (Object[]) row)
                .filter(row -> isTooLong(unit, patience, SummaryRows.at(row[1]), now))
                .map(row -> ((Number) row[0]).longValue())
                .toList();
        if (!tooLong.isEmpty()) {
            due.fire(new TriageDue(unit.id(), unit.entrySector().id(), tooLong));
        }
    }

    private List<?> waiting(BusinessUnit unit) {
        return em.createNativeQuery("""
                        select t.id, t.queued_at from tickets_ticket t
                        where t.sector_id = ?1 and t.in_triage and t.unit_id = ?2 order by t.queued_at, t.id limit ?3""")
                .setParameter(1, unit.entrySector().id())
                .setParameter(2, unit.id())
                .setParameter(3, TriageDue.MOST)
                .getResultList();
    }

    private static boolean isTooLong(BusinessUnit unit, Target patience, Instant since, Instant now) {
        return !unit.calendar()
                .due(since, patience.amount(), patience.clock(), List.of())
                .isAfter(now);
    }
}
