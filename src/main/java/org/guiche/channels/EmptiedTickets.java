package org.guiche.channels;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.stream.Collectors;
import org.guiche.tickets.TicketsEmptied;

/** Mails about tickets of which only figures are left go with their texts, and so does what was told of them in the pages. */
@Dependent
class EmptiedTickets {

    @PersistenceContext
    EntityManager em;

    void emptied(@Observes TicketsEmptied tickets) {
        var ids = tickets.ids().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        for (var table : new String[] {"channels_outbox", "channels_notification"}) {
            em.createNativeQuery("delete from " + table + " where ticket_id = any(cast(?1 as bigint[]))")
                    .setParameter(1, ids)
                    .executeUpdate();
        }
    }
}
