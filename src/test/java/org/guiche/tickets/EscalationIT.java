package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.io.StringReader;
import java.util.Map;
import java.util.UUID;
import org.guiche.support.People;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.guiche.units.Configuration;
import org.guiche.units.Presets;
import org.guiche.units.Priority;
import org.guiche.units.ServiceMetric;
import org.guiche.units.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Being handed on has a time of its own (T4): the status's, or that of the service level that covers the ticket. */
@ExtendWith(ArquillianExtension.class)
class EscalationIT {

    private static final String LEVELS =
            "[{\"priority\":\"HIGH\",\"escalation\":{\"amount\":\"P2D\",\"clock\":\"BUSINESS_DAYS\"}}]";

    @EJB
    Tickets tickets;

    @EJB
    Changes changes;

    @EJB
    Configuration configuration;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    private final String key = "escala-" + UUID.randomUUID().toString().substring(0, 8);

    /** It takes no tickets any more, so that no other test meets it. */
    @AfterEach
    void end() throws Exception {
        transaction.begin();
        em.createNativeQuery("update units_unit set active = false where key = ?1")
                .setParameter(1, key)
                .executeUpdate();
        em.createNativeQuery("update units_revision set number = number + 1").executeUpdate();
        transaction.commit();
    }

    @Test
    void aServiceLevelMayGiveAnotherTimeThanTheStatus() {
        var levels = Json.createReader(new StringReader(LEVELS)).readArray();
        configuration.addUnit(
                people.admin(),
                Json.createObjectBuilder(Presets.document("erp"))
                        .add("key", key)
                        .add("name", key)
                        .add("serviceLevels", levels)
                        .build());

        assertThat(escalation(handedOn(Priority.MEDIUM))).isEqualTo(days(6));
        assertThat(escalation(handedOn(Priority.HIGH))).isEqualTo(days(2));
    }

    private TicketCode handedOn(Priority priority) {
        var request = Requests.with(Requests.erp(), key, Map.of("plataforma", "web", "tema", "fiscal", "nota", "3312"));
        var code = tickets.open(request.priority(null), people.carla()).code();
        changes.change(code, TicketChange.toPriority(priority, Channel.PORTAL), people.talita(), null);
        changes.changeStatus(code, new StatusChange("produto", "produto", null, Channel.PORTAL), people.talita(), null);
        return code;
    }

    private Target escalation(TicketCode code) {
        return tickets.deadlines(code, people.talita()).stream()
                .filter(clock -> clock.metric() == ServiceMetric.ESCALATION)
                .findFirst()
                .orElseThrow()
                .target();
    }

    private static Target days(long days) {
        return new Target(Amount.days(days), ClockKind.BUSINESS_DAYS);
    }
}
