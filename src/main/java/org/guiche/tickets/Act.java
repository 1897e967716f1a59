package org.guiche.tickets;

import java.util.Objects;
import org.guiche.accounts.Person;
import org.jspecify.annotations.Nullable;

/** Somebody doing something to a ticket, and by which way; nobody where the house does it by itself. */
record Act(Ticket ticket, @Nullable Person actor, Channel channel) {

    /** What happens by itself, because it is time. */
    static Act byItself(Ticket ticket) {
        return new Act(ticket, null, Channel.SYSTEM);
    }

    Person person() {
        return Objects.requireNonNull(actor, "what happens by itself is nobody's");
    }

    @Nullable
    Long actorId() {
        return actor == null ? null : actor.id();
    }
}
