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
import org.guiche.tickets.Tickets;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reports go on whatever is wrong with a single ticket. */
@ExtendWith(ArquillianExtension.class)
class BrokenHistoryIT {

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

    private long broken;

    @AfterEach
    void itIsMended() throws Exception {
        inStatusOf("=");
    }

    @Test
    void aTicketThatMakesNoSenseHoldsUpNoOther() throws Exception {
        broken = tickets.open(Requests.loja("Sem sentido"), people.bruno())
                .code()
                .number();
        inStatusOf("<>");
        var sound = tickets.open(Requests.loja("Com sentido"), people.bruno()).code();

        reckoner.look();

        assertThat(found(
                        "select 1 from reporting_ticket r join tickets_ticket t on t.id = r.ticket_id and t.status_id = r.status_id",
                        broken))
                .as("figures of what cannot be")
                .isFalse();
        assertThat(found("select 1 from reporting_ticket r", sound.number()))
                .as("figures of the next one")
                .isTrue();
    }

    /** As no change of ours would leave it. */
    private void inStatusOf(String unit) throws Exception {
        run("""
                update tickets_ticket t set status_id = (select s.id from units_status s where s.unit_id %s t.unit_id
                    and s.category = t.category order by s.position, s.id limit 1) where t.id = %d""".formatted(unit, broken));
    }

    private boolean found(String sql, long code) {
        return !em.createNativeQuery(sql + " where r.ticket_id = ?1")
                .setParameter(1, code)
                .getResultList()
                .isEmpty();
    }

    private void run(String sql) throws Exception {
        transaction.begin();
        em.createNativeQuery(sql).executeUpdate();
        transaction.commit();
    }
}
