package org.guiche.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import org.guiche.support.People;
import org.guiche.tickets.Requests;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.Tickets;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reports go on whatever is wrong with a single ticket. */
@ExtendWith(ArquillianExtension.class)
class BrokenHistoryIT {

    private static final long NO_STAY_OF_OURS = -4_711;

    @EJB
    Tickets tickets;

    @EJB
    Reckoner reckoner;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @AfterEach
    void itIsMended() throws Exception {
        run("delete from tickets_stay where id = " + NO_STAY_OF_OURS);
    }

    @Test
    void aTicketThatMakesNoSenseHoldsUpNoOther() throws Exception {
        var broken = tickets.open(Requests.loja("Sem sentido"), people.bruno()).code();
        run("""
                insert into tickets_stay (id, ticket_id, from_at, status_id) select %d, %d, now(), s.id from units_status s
                join tickets_ticket t on t.id = %d where s.unit_id <> t.unit_id order by s.id limit 1""".formatted(NO_STAY_OF_OURS, broken.number(), broken.number()));
        var sound = tickets.open(Requests.loja("Com sentido"), people.bruno()).code();

        reckoner.look();

        assertThat(hasFigures(broken)).isFalse();
        assertThat(hasFigures(sound)).isTrue();
    }

    private boolean hasFigures(TicketCode code) {
        return (Boolean) em.createNativeQuery("select exists (select from reporting_ticket where ticket_id = ?1)")
                .setParameter(1, code.number())
                .getSingleResult();
    }

    private void run(String sql) throws Exception {
        transaction.begin();
        em.createNativeQuery(sql).executeUpdate();
        transaction.commit();
    }
}
