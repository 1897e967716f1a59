package org.guiche.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a ticket's history: who, when, from what, to what, by which channel. It never changes. */
@Entity
@Table(name = "tickets_event")
class HistoryEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tickets_event")
    @SequenceGenerator(name = "tickets_event", sequenceName = "tickets_event_seq", allocationSize = 50)
    long id;

    @Column(name = "ticket_id")
    long ticketId;

    @Enumerated(EnumType.STRING)
    EventType type;

    Instant at;

    @Column(name = "actor_id")
    @Nullable
    Long actorId;

    @Enumerated(EnumType.STRING)
    Channel channel;

    boolean internal;

    @Column(name = "from_value")
    @Nullable
    String fromValue;

    @Column(name = "to_value")
    @Nullable
    String toValue;

    /** Why, by the key of a status' reason. */
    @Nullable
    String reason;

    protected HistoryEvent() {}

    static HistoryEvent of(Act act, EventType type, Instant at) {
        var event = new HistoryEvent();
        event.ticketId = act.ticket().id;
        event.type = type;
        event.at = at;
        event.actorId = act.actorId();
        event.channel = act.channel();
        event.internal = type.isInternal();
        return event;
    }

    /** The same with what was before, and what is since. */
    HistoryEvent changing(@Nullable String from, @Nullable String to) {
        fromValue = from;
        toValue = to;
        return this;
    }

    /** The same with why. */
    HistoryEvent because(@Nullable String why) {
        reason = why;
        return this;
    }

    /** The same for the staff alone, whatever it tells. */
    HistoryEvent amongStaff() {
        internal = true;
        return this;
    }
}
