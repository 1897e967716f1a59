package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.guiche.partners.Companies;
import org.guiche.partners.Company;
import org.guiche.partners.ContractedServices;
import org.guiche.shared.FieldError;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers that change long after they were given: by the form, the day and the company of the opening. */
@ExtendWith(ArquillianExtension.class)
class AnswersIT {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    /** Of the shop, so that it has its sectors; no ticket opens with it, since it is older than the current one. */
    private static final String FORM = """
            {"fields": [
                {"key": "entrega", "label": "Entrega", "kind": "DATE", "required": true, "validation": {"min": "today"}},
                {"key": "servico", "label": "Serviço", "kind": "SERVICE", "required": false},
                {"key": "obs", "label": "Observação", "kind": "TEXT", "required": false}]}""";

    @EJB
    Tickets tickets;

    @EJB
    Changes changes;

    @EJB
    Companies companies;

    @EJB
    ContractedServices services;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    /** Opened ten days ago, to be delivered the day after. */
    private TicketCode old(Company client, String service) throws Exception {
        var code = tickets.open(Requests.onBehalfOf(client.id(), Requests.loja("Entrega")), people.talita())
                .code();
        change("update tickets_ticket set created_at = created_at - interval '10 days' where id = ?1", code.number());
        change(
                """
                with f as (insert into units_form (unit_id, number, definition, published_at)
                    select id, -?1, cast(?2 as jsonb), now() from units_unit where key = 'loja' returning id)
                update tickets_ticket t set form_id = f.id, answers = cast(?3 as jsonb) from f where t.id = ?1""",
                code.number(),
                FORM,
                "{\"entrega\":\"" + opened(code).plusDays(1) + "\",\"servico\":\"" + service + "\"}");
        return code;
    }

    private void change(String sql, Object... values) throws Exception {
        transaction.begin();
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
        transaction.commit();
    }

    private LocalDate opened(TicketCode code) {
        return LocalDate.ofInstant(tickets.get(code, people.talita()).createdAt(), ZONE);
    }

    private Map<String, Object> changed(TicketCode code, String field, String answer) {
        var change = new TicketChange(Channel.API, null, null, null, null, null, null, Map.of(field, answer));
        return changes.change(code, change, people.talita(), null).answers();
    }

    private Company client() {
        return companies.add("Cliente " + UUID.randomUUID(), null);
    }

    @Test
    void theDateThatNobodyTouchesStaysAndAnotherOneIsMeasuredByTheDayOfTheOpening() throws Exception {
        var code = old(client(), "0");
        var day = opened(code);

        assertThat(changed(code, "obs", "Portaria."))
                .containsEntry("entrega", day.plusDays(1).toString());
        assertThat(changed(code, "entrega", day.toString())).containsEntry("entrega", day.toString());
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> changed(code, "entrega", day.minusDays(1).toString()))
                .satisfies(refusal -> assertThat(refusal.fields())
                        .extracting(FieldError::field)
                        .containsExactly("answers.entrega"));
    }

    @Test
    void aTicketOfACompanyThatIsActiveNoMoreCanBeCorrected() throws Exception {
        var client = client();
        services.add(client, "Loja virtual");
        var service =
                companies.opening(client, people.talita()).services().get(0).id();
        var code = old(client, Long.toString(service));
        change("update partners_company set active = false where id = ?1", client.id());

        assertThat(changed(code, "obs", "Portaria.")).containsEntry("servico", Long.toString(service));
        assertThat(changed(code, "servico", "")).doesNotContainKey("servico");
        assertThat(changed(code, "servico", Long.toString(service))).containsKey("servico");
    }

    @Test
    void aServiceThatTheCompanyHasNoMoreStaysWithTheTicket() throws Exception {
        var code = old(client(), "999999");

        assertThat(changed(code, "obs", "Portaria.")).containsEntry("servico", "999999");
        assertThat(tickets.story(code, people.talita()).events())
                .filteredOn(event -> event.type() == EventType.ANSWERS_CHANGED)
                .extracting(EventDetails::to)
                .containsExactly("Observação");
    }
}
