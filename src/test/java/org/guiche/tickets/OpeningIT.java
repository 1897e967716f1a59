package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.guiche.shared.FieldError;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.guiche.units.Priority;
import org.guiche.units.StatusCategory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Opening a ticket at the five units: what it gets, what comes with it, and that it is one (SECURITY 43). */
@ExtendWith(ArquillianExtension.class)
class OpeningIT {

    @EJB
    Tickets tickets;

    @EJB
    Drafts drafts;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Test
    void aPartnersTicketGetsItsSubjectSectorPriorityAndDeadlines() {
        var ticket = tickets.open(
                Requests.parceiros(people.company("Casa Jatobá"), people.project("Nova loja")), people.marina());

        assertThat(ticket.subject()).isEqualTo("Agência Mirante - Nova loja - Cupom não aplica no carrinho");
        assertThat(ticket.sector().key()).as("the answers name it").isEqualTo("marketing");
        assertThat(ticket.priority()).isEqualTo(Priority.HIGH);
        assertThat(ticket.status().category()).isEqualTo(StatusCategory.NEW);
        assertThat(ticket.groupName()).isEqualTo("Agência Mirante");
        assertThat(ticket.companyName()).isEqualTo("Casa Jatobá");
        assertThat(ticket.unit().pathLabel()).isEqualTo("Matriz › E-commerce › Parceiros");
        var unit = ticket.unit();
        var promised = Objects.requireNonNull(unit.classification("erro").firstResponse());
        assertThat(due(ticket.firstResponse()))
                .isEqualTo(unit.calendar().due(ticket.createdAt(), promised.amount(), promised.clock(), List.of()));
        assertThat(due(ticket.resolution())).isAfter(due(ticket.firstResponse()));
    }

    private static Instant due(@Nullable Deadline deadline) {
        return Objects.requireNonNull(deadline).due();
    }

    @Test
    void aConcludedProjectGoesToTheGeneralSupportAndItsHistorySaysSo() {
        var ticket = tickets.open(
                Requests.parceiros(people.company("Casa Jatobá"), people.project("Migração do catálogo")),
                people.marina());

        assertThat(ticket.sector().key()).isEqualTo("suporte");
        assertThat(tickets.story(ticket.code(), people.marina()).events())
                .extracting(EventDetails::type)
                .contains(EventType.CREATED, EventType.GENERAL_FLOW);
    }

    @Test
    void theOtherFourUnitsDecideThePriorityInTheirOwnWay() {
        assertThat(tickets.open(Requests.agencia(Priority.HIGH), people.bruno()).priority())
                .as("the requester's choice")
                .isEqualTo(Priority.HIGH);
        assertThat(tickets.open(Requests.erp(), people.bruno()).priority())
                .as("until an agent says more")
                .isEqualTo(Priority.MEDIUM);
        assertThat(tickets.open(Requests.cx(), people.bruno()).sector().key()).isEqualTo("suporte");
        assertThat(tickets.open(Requests.loja("Frete"), people.bruno()).firstResponse())
                .as("plain first in, first out")
                .isNull();
    }

    @Test
    void messageEventAndMailComeWithTheTicket() {
        var ticket = tickets.open(Requests.loja("Frete não soma"), people.bruno());
        var id = ticket.code().number();

        assertThat(tickets.story(ticket.code(), people.bruno()).messages())
                .singleElement()
                .satisfies(message -> assertThat(message.html()).contains("O frete não soma no carrinho."));
        assertThat(rows("select count(*) from tickets_event where ticket_id = ?1 and type = 'CREATED'", id))
                .isEqualTo(1);
        var mail = (Object[]) em.createNativeQuery(
                        "select recipient, subject, body from channels_outbox where ticket_id = ?1 and kind = 'OPENED'")
                .setParameter(1, id)
                .getSingleResult();
        assertThat(mail[0]).isEqualTo("bruno@jatoba.example");
        assertThat((String) mail[1]).contains("#" + id).contains("Frete não soma");
        assertThat((String) mail[2]).contains("Bruno").contains("/" + "tickets/");
    }

    @Test
    void whenTheLastStepFailsNothingIsLeftOfTheFirstOnes() {
        var subject = "Nada pela metade " + UUID.randomUUID();
        var events = rows("select count(*) from tickets_event where type <> ?1", "");

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() ->
                        tickets.open(Requests.withFiles(Requests.loja(subject), UUID.randomUUID()), people.bruno()));

        assertThat(rows("select count(*) from tickets_ticket where subject = ?1", subject))
                .isZero();
        assertThat(rows("select count(*) from tickets_message where heading = ?1", subject))
                .isZero();
        assertThat(rows("select count(*) from channels_outbox where position(?1 in subject) > 0", subject))
                .isZero();
        assertThat(rows("select count(*) from tickets_event where type <> ?1", ""))
                .isEqualTo(events);
    }

    @Test
    void everythingMissingIsSaidAtOnceEachBesideItsField() {
        var empty = new OpenTicket(
                "parceiros",
                null,
                Map.of(),
                "",
                TextFormat.HTML,
                Map.of("tipo", "erro", "pagina", "sem endereço"),
                "erro",
                null,
                people.company("Casa Jatobá"),
                null,
                List.of(),
                null,
                List.of(),
                Channel.PORTAL,
                null);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> tickets.open(empty, people.marina()))
                .satisfies(refusal -> assertThat(refusal.fields())
                        .extracting(FieldError::field)
                        .contains("answers.produto", "answers.pagina", "subjectParts.titulo", "description"));
    }

    @Test
    void aCompanyThatThePartnerDoesNotServeDoesNotExistForIt() {
        var request = Requests.parceiros(people.company("Vinícola Serra Alta"), null);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tickets.open(request, people.marina()));
    }

    @Test
    void twoHundredTicketsAtOnceHaveTwoHundredCodes() throws Exception {
        var bruno = people.bruno();

        var codes = atOnce(
                16,
                200,
                () -> tickets.open(Requests.loja("Ao mesmo tempo"), bruno).code());

        assertThat(new HashSet<>(codes)).hasSize(200);
    }

    @Test
    void oneSubmissionIsOneTicketHoweverOftenItIsSent() throws Exception {
        var bruno = people.bruno();
        var request = Requests.sentAs(UUID.randomUUID(), Requests.loja("Enviado vinte vezes"));

        var codes = atOnce(20, 20, () -> tickets.open(request, bruno).code());

        assertThat(new HashSet<>(codes)).hasSize(1);
        assertThat(rows(
                        "select count(*) from tickets_ticket where submission_key = cast(?1 as uuid)",
                        String.valueOf(request.submissionKey())))
                .isEqualTo(1);
    }

    @Test
    void aDraftSentFromTwentyWindowsIsOneTicket() throws Exception {
        var carla = people.carla();
        drafts.discard(carla);
        var content = DraftContent.NOTHING.with(new DraftContent.Request(
                "loja",
                null,
                null,
                Map.of("pedido", "88121"),
                "Rascunho enviado vinte vezes",
                Map.of(),
                "<p>O frete não soma.</p>",
                List.of()));
        var draft = drafts.save(DraftWindow.on(drafts.current(carla)), content, carla)
                .orElseThrow();

        var codes = atOnce(20, 20, () -> drafts.submit(draft.id(), carla).code());

        assertThat(new HashSet<>(codes)).hasSize(1);
        assertThat(drafts.current(carla).id()).as("the next one is a new one").isNotEqualTo(draft.id());
        assertThat(drafts.save(DraftWindow.on(draft), content, carla))
                .as("a window left open")
                .isEmpty();
    }

    private long rows(String sql, Object value) {
        return ((Number) em.createNativeQuery(sql).setParameter(1, value).getSingleResult()).longValue();
    }

    private static <T> List<T> atOnce(int threads, int times, Callable<T> call)
            throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var results = new ArrayList<T>();
            for (var result : pool.invokeAll(Collections.nCopies(times, call))) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
