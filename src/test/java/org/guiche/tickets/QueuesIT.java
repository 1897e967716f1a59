package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.guiche.accounts.Person;
import org.guiche.support.People;
import org.guiche.support.Statements;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the sidebar of the desk counts is what its lists show. */
@ExtendWith(ArquillianExtension.class)
class QueuesIT {

    @EJB
    Tickets tickets;

    @EJB
    Changes changes;

    @EJB
    Assignments assignments;

    @EJB
    Queues queues;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Test
    void theNumberOfAQueueIsThatOfItsList() throws Exception {
        var talita = people.talita();
        var taken = opened();
        assignments.assign(taken, new Assignment(talita.id(), Channel.PORTAL), talita, null);
        become(opened(), "stand-by", "propagacao");
        become(opened(), "resolvido", null);

        var counted = Statements.counting(em, () -> queues.counts(talita));

        assertThat(counted.statements()).hasSize(2);
        var counts = counted.result().sectors();
        assertThat(counts).containsKeys("suporte", "marketing");
        counts.forEach(
                (sector, count) -> assertThat(listed(sector, talita)).as(sector).isEqualTo(count));
    }

    private TicketCode opened() {
        return tickets.open(Requests.loja("Contado"), people.bruno()).code();
    }

    private void become(TicketCode code, String status, @Nullable String reason) {
        changes.changeStatus(code, new StatusChange(status, reason, null, Channel.PORTAL), people.talita(), null);
    }

    private int listed(String sector, Person agent) {
        var listed = 0;
        @Nullable String next = null;
        do {
            var page = queues.unfinished(sector, 200, next, agent);
            listed += page.items().size();
            next = page.next();
        } while (next != null);
        return listed;
    }
}
