package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.guiche.shared.StaleVersion;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fifty who saw the same version of a ticket want different things of it at once (SECURITY 12). */
@ExtendWith(ArquillianExtension.class)
class RacingChangesIT {

    private static final int PEOPLE_AT_ONCE = 50;

    @EJB
    Tickets tickets;

    @EJB
    Changes changes;

    @EJB
    Assignments assignments;

    @Inject
    People people;

    private final ExecutorService threads = Executors.newFixedThreadPool(PEOPLE_AT_ONCE);

    @AfterEach
    void end() {
        threads.shutdown();
    }

    @Test
    void oneStatusWinsAndTheOthersAreToldThatTheTicketHasChanged() throws Exception {
        var ticket = tickets.open(Requests.cx(), people.carla());
        var statuses = List.of("resolvido", "pendente", "aberto");

        var won = atOnce(number -> () -> changes.changeStatus(
                ticket.code(),
                new StatusChange(statuses.get(number % 3), null, null, Channel.PORTAL),
                people.talita(),
                ticket.version()));

        assertThat(won).isEqualTo(1);
        assertThat(happened(ticket.code(), EventType.STATUS_CHANGED)).isEqualTo(1);
        assertThat(tickets.get(ticket.code(), people.talita()).version()).isGreaterThan(ticket.version());
    }

    @Test
    void oneAgentGetsTheTicketThatIsGivenToTwo() throws Exception {
        var ticket = tickets.open(Requests.cx(), people.carla());
        var agents = List.of(people.rafael(), people.talita());

        var won = atOnce(number -> () -> assignments.assign(
                ticket.code(),
                new Assignment(agents.get(number % 2).id(), Channel.PORTAL),
                people.talita(),
                ticket.version()));

        assertThat(won).isEqualTo(1);
        assertThat(happened(ticket.code(), EventType.ASSIGNED)).isEqualTo(1);
    }

    /** How many succeeded; the others were refused as being behind, and not otherwise. */
    private int atOnce(IntFunction<Callable<?>> task) throws Exception {
        var tasks = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < PEOPLE_AT_ONCE; i++) {
            var one = task.apply(i);
            tasks.add(() -> succeeds(one));
        }
        var won = 0;
        for (var answer : threads.invokeAll(tasks)) {
            won += answer.get() ? 1 : 0;
        }
        return won;
    }

    private static boolean succeeds(Callable<?> task) throws Exception {
        try {
            task.call();
            return true;
        } catch (StaleVersion behind) {
            return false;
        }
    }

    private long happened(TicketCode code, EventType type) {
        return tickets.history(code, 200, null, people.talita()).items().stream()
                .filter(event -> event.type() == type)
                .count();
    }
}
