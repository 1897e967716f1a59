package org.guiche.tickets;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.guiche.shared.SqlArray;
import org.guiche.units.Units;

/** What reports count of tickets, and of which tickets it may be different since it was last asked for; for reports alone. */
@Dependent
public class Figures {

    private static final Logger LOG = Logger.getLogger(Figures.class.getName());

    @PersistenceContext
    EntityManager em;

    @Inject
    Units units;

    @Inject
    FigureRows rows;

    @Inject
    Measurements measurements;

    /**
     * Some of the tickets that changed, each once, oldest change first; they are not told again once the caller's transaction is
     * through. Only one caller at a time may take them.
     */
    public List<Long> takeTouched(int most) {
        List<?> ids = em.createNativeQuery("""
                        with taken as (delete from tickets_touched where id in (
                            select id from tickets_touched order by id limit ?1) returning ticket_id)
                        select distinct ticket_id from taken""").setParameter(1, most).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** The tickets of that unit after that one, by their number. */
    public List<Long> ofUnit(long unitId, long after, int most) {
        List<?> ids = em.createNativeQuery(
                        "select id from tickets_ticket where unit_id = ?1 and id > ?2 order by id limit ?3")
                .setParameter(1, unitId)
                .setParameter(2, after)
                .setParameter(3, most)
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /**
     * The figures of these tickets; those that there are not are left out, and those whose history makes no sense: the log names them, and
     * nobody else's figures wait for them.
     */
    public List<TicketFigures> of(Collection<Long> tickets) {
        var ids = List.copyOf(tickets);
        if (ids.isEmpty()) {
            return List.of();
        }
        var stays = measurements.stays(ids).stream().collect(groupingBy(Stay::ticketId));
        var clocks = em.createQuery(
                        "select c from ServiceClock c where c.ticketId in :tickets order by c.id", ServiceClock.class)
                .setParameter("tickets", ids)
                .getResultStream()
                .collect(groupingBy(ServiceClock::ticketId));
        var figures = rows.of(SqlArray.of(ids)).stream()
                .flatMap(row -> reckoned(
                        row,
                        stays.getOrDefault(row.ticketId(), List.of()),
                        clocks.getOrDefault(row.ticketId(), List.of())))
                .toList();
        em.clear(); // a recount reads every ticket there is
        return figures;
    }

    private Stream<TicketFigures> reckoned(FigureRow row, List<Stay> stays, List<ServiceClock> clocks) {
        try {
            return Stream.of(FigureReckoner.of(units.get(row.cuts().unitId()), row, stays, clocks));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "the figures of ticket " + row.ticketId() + " stay as they were");
            return Stream.empty();
        }
    }
}
