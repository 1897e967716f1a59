package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guiche.units.BusinessUnit;
import org.guiche.units.ClockEffect;
import org.guiche.units.ServiceMetric;
import org.guiche.units.Status;
import org.guiche.units.Target;
import org.guiche.units.Units;

/** Starts, pauses and stops what is measured of a ticket, and keeps its deadlines and warnings true to that. */
@Dependent
class ServiceClocks {

    private static final List<ServiceMetric> FROM_THE_BEGINNING =
            List.of(ServiceMetric.FIRST_RESPONSE, ServiceMetric.RESOLUTION, ServiceMetric.UPDATE);

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Units units;

    @Inject
    Measurements measurements;

    @Inject
    Promises promises;

    @Inject
    Timers timers;

    /** A ticket opens: what its unit promises begins to count. */
    void begin(Ticket ticket, BusinessUnit unit, Promise promise) {
        var clocks = new ArrayList<ServiceClock>();
        for (var metric : FROM_THE_BEGINNING) {
            promise.targets()
                    .target(metric)
                    .ifPresent(target -> clocks.add(start(ticket, metric, target, ticket.origin.createdAt())));
        }
        var first =
                Stay.of(ticket, unit.status(ticket.status.id()), unit.settings().sac());
        if (first.isPausing()) {
            em.persist(first);
        }
        timers.begin(ticket, unit);
        reckon(ticket, unit, clocks, first.isPausing() ? List.of(first) : List.of());
    }

    private ServiceClock start(Ticket ticket, ServiceMetric metric, Target target, Instant from) {
        var begun = ServiceClock.of(ticket.id, metric, target, from);
        begun.reckon(units.get(ticket.unitId).calendar(), PausedTime.none());
        em.persist(begun);
        return begun;
    }

    /** A ticket has come to a status: its rules hold from now on. */
    void enter(Ticket ticket, BusinessUnit unit, Status status) {
        var now = ticket.status.since();
        var stays = measurements.stays(ticket);
        var remains = !stays.isEmpty() && stays.get(stays.size() - 1).statusId() == status.id();
        var stay = Stay.of(ticket, status, unit.settings().sac());
        em.persist(stay);
        stays.add(stay);
        var clocks = measurements.clocks(ticket);
        clocks.stream()
                .filter(one -> !remains || one.metric() != ServiceMetric.ESCALATION)
                .forEach(one -> follow(one, status, now));
        var within = status.rules().within();
        if (within != null && !remains) {
            var own = promises.target(ticket, unit, ServiceMetric.ESCALATION);
            clocks.add(start(ticket, ServiceMetric.ESCALATION, own.orElse(within), now));
        }
        if (status.category().isUnfinished() && !Measurements.isRunning(clocks, ServiceMetric.UPDATE)) {
            promises.target(ticket, unit, ServiceMetric.UPDATE)
                    .ifPresent(target -> clocks.add(start(ticket, ServiceMetric.UPDATE, target, now)));
        }
        timers.enter(ticket, unit, status);
        settle(ticket, unit, clocks, stays);
    }

    private static void follow(ServiceClock one, Status status, Instant now) {
        if (!status.category().isUnfinished() || one.metric() == ServiceMetric.ESCALATION) {
            one.stop(now);
        } else if (one.metric() == ServiceMetric.RESOLUTION) {
            one.goOn();
        }
        if (one.isRunning() && status.effect(one.metric()) == ClockEffect.RESTART) {
            one.restart(now);
        }
    }

    /** We said something that the requester can read. */
    void told(Ticket ticket) {
        var unit = units.get(ticket.unitId);
        var now = clock.instant();
        var clocks = measurements.clocks(ticket);
        clocks.stream()
                .filter(ServiceClock::isRunning)
                .filter(one -> one.metric() == ServiceMetric.FIRST_RESPONSE
                        || one.metric() == ServiceMetric.NEXT_RESPONSE
                        || one.metric() == ServiceMetric.UPDATE)
                .forEach(one -> one.stop(now));
        again(ticket, unit, ServiceMetric.UPDATE, clocks);
        settle(ticket, unit, clocks, measurements.stays(ticket));
    }

    /** The requester said something: once there was a first answer, the next one is owed from then on. */
    void asked(Ticket ticket) {
        var unit = units.get(ticket.unitId);
        var clocks = measurements.clocks(ticket);
        if (ticket.deadlines().answeredAt().isPresent()
                && !Measurements.isRunning(clocks, ServiceMetric.NEXT_RESPONSE)) {
            again(ticket, unit, ServiceMetric.NEXT_RESPONSE, clocks);
            settle(ticket, unit, clocks, measurements.stays(ticket));
        }
    }

    private void again(Ticket ticket, BusinessUnit unit, ServiceMetric metric, List<ServiceClock> clocks) {
        if (!ticket.status.isDone()) {
            promises.target(ticket, unit, metric)
                    .ifPresent(target -> clocks.add(start(ticket, metric, target, clock.instant())));
        }
    }

    /** Something else is promised: all that still counts is reckoned again, and no pause is lost. */
    void promise(Ticket ticket, BusinessUnit unit, Promise promise) {
        var clocks = measurements.clocks(ticket);
        timers.forget(clocks);
        var measured = new Measured(clocks, measurements.stays(ticket));
        recount(ticket, unit, promise, measured);
        timers.watch(unit, measured.clocks(), measured.stays());
    }

    /** What is measured of a ticket, and where it stayed. */
    record Measured(List<ServiceClock> clocks, List<Stay> stays) {}

    /** The same, with what was read already; what the clocks bring is for the caller to write down. */
    void recount(Ticket ticket, BusinessUnit unit, Promise promise, Measured measured) {
        var clocks = measured.clocks();
        clocks.removeAll(dropped(clocks, promise));
        for (var one : clocks) {
            promise.targets().target(one.metric()).ifPresent(one::promise);
        }
        for (var metric : FROM_THE_BEGINNING) {
            var isThere = clocks.stream().anyMatch(one -> one.metric() == metric);
            promise.targets()
                    .target(metric)
                    .filter(target -> !isThere && !ticket.status.isDone())
                    .ifPresent(target -> clocks.add(start(ticket, metric, target, ticket.origin.createdAt())));
        }
        ticket.deadlines()
                .answeredAt()
                .ifPresent(at ->
                        Measurements.find(clocks, ServiceMetric.FIRST_RESPONSE).ifPresent(first -> first.stop(at)));
        due(ticket, unit, clocks, measured.stays());
    }

    /** What is not promised any more is not measured any more either. */
    private List<ServiceClock> dropped(List<ServiceClock> clocks, Promise promise) {
        var dropped = clocks.stream()
                .filter(one -> one.metric() != ServiceMetric.ESCALATION)
                .filter(one -> promise.targets().target(one.metric()).isEmpty())
                .toList();
        dropped.forEach(em::remove);
        return dropped;
    }

    /** Reckons what is measured again, and what will come of it. */
    void settle(Ticket ticket, BusinessUnit unit, List<ServiceClock> clocks, List<Stay> stays) {
        timers.forget(clocks);
        reckon(ticket, unit, clocks, stays);
    }

    private void reckon(Ticket ticket, BusinessUnit unit, List<ServiceClock> clocks, List<Stay> stays) {
        due(ticket, unit, clocks, stays);
        timers.watch(unit, clocks, stays);
    }

    private static void due(Ticket ticket, BusinessUnit unit, List<ServiceClock> clocks, List<Stay> stays) {
        for (var one : clocks) {
            one.reckon(unit.calendar(), PausedTime.of(stays, one.metric()));
        }
        ticket.reckoned(
                Measurements.find(clocks, ServiceMetric.FIRST_RESPONSE),
                Measurements.find(clocks, ServiceMetric.RESOLUTION));
    }
}
