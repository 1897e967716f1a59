package org.guiche.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.guiche.shared.StringListConverter;
import org.guiche.units.ClockEffect;
import org.guiche.units.ServiceMetric;
import org.guiche.units.Status;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's stay in a status, until the next one begins, with the clocks that stood still there by the rules of that day. It
 * never changes.
 */
@Entity
@Table(name = "tickets_stay")
class Stay {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tickets_stay")
    @SequenceGenerator(name = "tickets_stay", sequenceName = "tickets_stay_seq", allocationSize = 50)
    private long id;

    @Column(name = "ticket_id")
    private long ticketId;

    @Column(name = "from_at")
    private Instant from;

    @Column(name = "status_id")
    private long statusId;

    @Column(name = "reason_id")
    @Nullable
    private Long reasonId;

    @Convert(converter = StringListConverter.class)
    private List<String> paused;

    protected Stay() {}

    /** The stay that begins for that ticket; a solution under SAC is never paused while it is owed (Decreto 11.034/2022). */
    static Stay of(Ticket ticket, Status status, boolean sac) {
        return again(ticket, status, sac, ticket.status.since());
    }

    /** The same where the ticket comes back to a status that it was in before. */
    static Stay again(Ticket ticket, Status status, boolean sac, Instant from) {
        return paused(
                ticket,
                from,
                metric -> status.effect(metric) == ClockEffect.PAUSE
                        && (!sac
                                || metric != ServiceMetric.RESOLUTION
                                || !status.category().isUnfinished()));
    }

    /** The stay of a merged ticket: all stands still, but what the law never lets stand still, should it come back. */
    static Stay merged(Ticket ticket, boolean sac) {
        return paused(ticket, ticket.status.since(), metric -> !sac || metric != ServiceMetric.RESOLUTION);
    }

    private static Stay paused(Ticket ticket, Instant from, Predicate<ServiceMetric> pauses) {
        var stay = new Stay();
        stay.ticketId = ticket.id;
        stay.from = from;
        stay.statusId = ticket.status.id();
        stay.reasonId = ticket.status.reasonId();
        stay.paused = Arrays.stream(ServiceMetric.values())
                .filter(pauses)
                .map(ServiceMetric::name)
                .toList();
        return stay;
    }

    boolean pauses(ServiceMetric metric) {
        return paused.contains(metric.name());
    }

    long ticketId() {
        return ticketId;
    }

    boolean isPausing() {
        return !paused.isEmpty();
    }

    Instant from() {
        return from;
    }

    long statusId() {
        return statusId;
    }

    @Nullable
    Long reasonId() {
        return reasonId;
    }
}
