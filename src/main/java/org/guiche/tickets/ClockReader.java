package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.tickets.ClockDetails.Pause;
import org.guiche.units.BusinessUnit;
import org.guiche.units.HoldReason;
import org.guiche.units.ServiceMetric;
import org.guiche.units.Status;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Reads what is measured of a ticket, and explains it. */
@Dependent
class ClockReader {

    @Inject
    Clock clock;

    @Inject
    Units units;

    @Inject
    Measurements measurements;

    /** What that person may know of it, in the order in which it began: whom we asked for help is the staff's. */
    List<ClockDetails> read(Ticket ticket, Person person) {
        var measured = measurements.everything(ticket).stream()
                .filter(one -> person.isStaff() || one.metric() != ServiceMetric.ESCALATION)
                .toList();
        var unit = units.get(ticket.unitId);
        var stays = measured.stream().anyMatch(one -> one.hasPaused(unit.calendar()))
                ? measurements.stays(ticket)
                : List.<Stay>of();
        return measured.stream()
                .map(one -> details(one, unit, stays, person.isStaff()))
                .toList();
    }

    private ClockDetails details(ServiceClock one, BusinessUnit unit, List<Stay> stays, boolean staff) {
        var target = one.target();
        var pauses = PausedTime.of(stays, one.metric());
        return new ClockDetails(
                one.metric(),
                target,
                one.startedAt(),
                one.deadline(clock.instant()),
                pauses(one.metric(), unit, stays, staff),
                unit.calendar().explain(one.startedAt(), target.amount(), target.clock(), pauses.over()));
    }

    private static List<Pause> pauses(ServiceMetric metric, BusinessUnit unit, List<Stay> stays, boolean staff) {
        var pauses = new ArrayList<Pause>();
        for (int i = 0; i < stays.size(); i++) {
            var stay = stays.get(i);
            if (stay.pauses(metric)) {
                var status = unit.status(stay.statusId());
                var end = i + 1 < stays.size() ? stays.get(i + 1).from() : null;
                var reason = staff || !status.isVeiled() ? reason(status, stay.reasonId()) : null;
                pauses.add(new Pause(stay.from(), end, status, reason));
            }
        }
        return pauses;
    }

    private static @Nullable HoldReason reason(Status status, @Nullable Long id) {
        return id == null ? null : status.reason(id).orElse(null);
    }
}
