package org.guiche.tickets;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.guiche.accounts.Person;
import org.guiche.partners.ContractedServices;
import org.guiche.tickets.ServiceClocks.Measured;
import org.guiche.units.BusinessUnit;
import org.guiche.units.ServiceChanged;
import org.guiche.units.UnitAccess;
import org.guiche.units.Units;

/**
 * Reckons the deadlines of a unit's unfinished tickets again after its promises or its calendar changed: in small steps, each a
 * transaction, so that nobody waits long, and from the stays, so that no pause is lost. It begins when every node knows the change.
 */
@Stateless
public class Recounting {

    private static final int AT_ONCE = 250;
    /** By then every node has looked at the units again. */
    private static final int SECONDS_TO_KNOW = 2;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Units units;

    @Inject
    ContractedServices contracted;

    @Inject
    Measurements measurements;

    @Inject
    ServiceClocks clocks;

    @Inject
    Timers timers;

    @Inject
    Rewriter rewriter;

    /** A unit changed: its tickets will be reckoned again, in steps. */
    public void ask(@Observes ServiceChanged change) {
        em.createNativeQuery("""
                        insert into tickets_recount (unit_id, asked_at) values (?1, ?2)
                        on conflict (unit_id) do update set after_id = 0, asked_at = ?2""")
                .setParameter(1, change.unitId())
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** How far a unit's tickets are; for those who shape it, before and after they change what it promises. */
    public Recount of(String unitKey, Person person) {
        UnitAccess.require(person, unitKey);
        var unit = units.get(unitKey, person);
        var row =
                (Object[]) em.createNativeQuery("""
                        select count(*), count(*) filter (where r.unit_id is not null and t.id > r.after_id)
                        from tickets_ticket t left join tickets_recount r on r.unit_id = t.unit_id
                        where t.unit_id = ?1 and t.category in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD')""").setParameter(1, unit.id()).getSingleResult();
        return new Recount(((Number) row[0]).intValue(), ((Number) row[1]).intValue());
    }

    /** The next step, where one is asked for; whether there was one. */
    public boolean step() {
        List<?> asked = em.createNativeQuery("""
                        select unit_id, after_id from tickets_recount where asked_at <= ?1
                        order by unit_id limit 1 for update skip locked""")
                .setParameter(1, clock.instant().minusSeconds(SECONDS_TO_KNOW).atOffset(ZoneOffset.UTC))
                .getResultList();
        if (asked.isEmpty()) {
            return false;
        }
        var row = (Object[]) asked.get(0);
        var unit = units.get(((Number) row[0]).longValue());
        var tickets = unfinished(unit, ((Number) row[1]).longValue());
        recount(unit, tickets);
        note(unit, tickets);
        return true;
    }

    private List<Ticket> unfinished(BusinessUnit unit, long after) {
        return em.createQuery("""
                        select t from Ticket t where t.unitId = :unit and t.id > :after and t.status.category in (
                            org.guiche.units.StatusCategory.NEW, org.guiche.units.StatusCategory.OPEN,
                            org.guiche.units.StatusCategory.PENDING, org.guiche.units.StatusCategory.ON_HOLD)
                        order by t.id""", Ticket.class)
                .setParameter("unit", unit.id())
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private void recount(BusinessUnit unit, List<Ticket> tickets) {
        if (tickets.isEmpty()) {
            return;
        }
        var ids = tickets.stream().map(ticket -> ticket.id).toList();
        var stored = measurements.clocks(ids);
        timers.forget(stored);
        var measured = byTicket(stored, ServiceClock::ticketId);
        var stays = byTicket(measurements.stays(ids), Stay::ticketId);
        var services = contracted.of(companies(tickets));
        var brought = new ArrayList<TicketTimer>();
        for (var ticket : tickets) {
            var company = ticket.origin.companyId();
            var contracted = company == null ? List.<String>of() : services.getOrDefault(company, List.of());
            var its = new Measured(
                    measured.getOrDefault(ticket.id, new ArrayList<>()),
                    stays.getOrDefault(ticket.id, new ArrayList<>()));
            clocks.recount(ticket, unit, Promises.of(ticket, unit, contracted), its);
            brought.addAll(timers.brought(unit, its.clocks(), its.stays()));
        }
        rewriter.write(tickets, stored.stream().filter(em::contains).toList(), brought);
    }

    private static Collection<Long> companies(List<Ticket> tickets) {
        return tickets.stream()
                .map(ticket -> ticket.origin.companyId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static <T> Map<Long, List<T>> byTicket(List<T> all, Function<T, Long> ticket) {
        return all.stream().collect(groupingBy(ticket, mapping(Function.identity(), toCollection(ArrayList::new))));
    }

    private void note(BusinessUnit unit, List<Ticket> tickets) {
        var isDone = tickets.size() < AT_ONCE;
        var query = em.createNativeQuery(
                isDone
                        ? "delete from tickets_recount where unit_id = ?1"
                        : "update tickets_recount set after_id = ?2 where unit_id = ?1");
        query.setParameter(1, unit.id());
        if (!isDone) {
            query.setParameter(2, tickets.get(tickets.size() - 1).id);
        }
        query.executeUpdate();
    }
}
