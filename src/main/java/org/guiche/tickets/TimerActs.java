package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Objects;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Status;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** What happens when it is time, in the transaction that takes the timer away. What does not fit any more is left out. */
@Dependent
class TimerActs {

    @PersistenceContext
    EntityManager em;

    @Inject
    Units units;

    @Inject
    Progress progress;

    @Inject
    ServiceClocks clocks;

    @Inject
    Timers timers;

    @Inject
    Ledger ledger;

    @Inject
    Event<TicketProgressed> progressed;

    @Inject
    Event<TicketReminder> reminder;

    /** Does it. Gives the alarm that somebody has to hear of; null where there is none. */
    @Nullable
    DeadlineAlarm act(Ticket ticket, DueTimer timer) {
        var unit = units.get(ticket.unitId);
        var status = unit.status(ticket.status.id());
        @Nullable DeadlineAlarm alarm = null;
        switch (timer.kind()) {
            case STATUS -> goOn(ticket, status);
            case REMINDER -> remind(ticket, status, timer);
            case NOTICE -> notice(ticket, unit, status, timer);
            case WARNING -> alarm = warn(ticket, clock(timer));
            case DEADLINE -> alarm = miss(ticket, clock(timer));
        }
        ledger.announce(ticket);
        return alarm;
    }

    private ServiceClock clock(DueTimer timer) {
        return em.find(ServiceClock.class, Objects.requireNonNull(timer.clockId(), "a deadline without its clock"));
    }

    private void goOn(Ticket ticket, Status status) {
        var auto = status.rules().auto();
        if (auto != null) {
            progress.become(Act.byItself(ticket), auto.goTo(), null);
            progressed.fire(new TicketProgressed(ticket.id));
        }
    }

    /** Of several that are late only the last one is sent, and none where the ticket goes on in the same moment. */
    private void remind(Ticket ticket, Status status, DueTimer timer) {
        if (status.rules().auto() != null && !timers.isOvertaken(ticket, timer)) {
            ledger.record(Act.byItself(ticket), EventType.REMINDED);
            ticket.active(ledger.now());
            reminder.fire(new TicketReminder(ticket.id, timers.goesOnAt(ticket)));
        }
    }

    private void notice(Ticket ticket, BusinessUnit unit, Status status, DueTimer timer) {
        var every = status.rules().notice();
        if (every != null) {
            ledger.record(Act.byItself(ticket), EventType.HOLD_NOTICE);
            ticket.active(ledger.now());
            clocks.told(ticket);
            timers.notice(ticket, unit.calendar(), every, timer.at());
            reminder.fire(new TicketReminder(ticket.id, null));
        }
    }

    private DeadlineAlarm warn(Ticket ticket, ServiceClock measured) {
        measured.warned(ledger.now());
        ledger.record(
                Act.byItself(ticket),
                EventType.DEADLINE_WARNING,
                null,
                measured.metric().name());
        timers.watchEnd(measured);
        return new DeadlineAlarm(ticket.id, measured.metric(), measured.dueAt(), false);
    }

    private DeadlineAlarm miss(Ticket ticket, ServiceClock measured) {
        measured.missed(ledger.now());
        ledger.record(
                Act.byItself(ticket),
                EventType.DEADLINE_MISSED,
                null,
                measured.metric().name());
        return new DeadlineAlarm(ticket.id, measured.metric(), measured.dueAt(), true);
    }
}
