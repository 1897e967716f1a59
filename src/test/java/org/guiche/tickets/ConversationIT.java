package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guiche.accounts.Person;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What answers, notes and comments do to a ticket, and that none of them is ever lost. */
@ExtendWith(ArquillianExtension.class)
class ConversationIT {

    @EJB
    Tickets tickets;

    @EJB
    Comments comments;

    @EJB
    Solutions solutions;

    @EJB
    Replies replies;

    @EJB
    Assignments assignments;

    @EJB
    Changes changes;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Test
    void theFirstAnswerMeetsTheFirstDeadlineAndTheOneWhoAnswersOwnsTheTicket() {
        var code = opened(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina());

        replies.add(code, answer("Vamos olhar."), people.rafael(), null);

        var ticket = tickets.get(code, people.marina());
        assertThat(ticket.status().key()).isEqualTo("aberto");
        assertThat(Objects.requireNonNull(ticket.assignee()).name()).isEqualTo("Rafael Koga");
        assertThat(Objects.requireNonNull(ticket.firstResponse()).state()).isEqualTo(Deadline.State.MET);
        assertThat(said(code, people.marina())).containsExactly("O cupom PRIMEIRA10", "Vamos olhar.");
    }

    @Test
    void theFirstAnswerIsRememberedWhereNothingWasPromised() {
        var code = opened(Requests.loja("Sem prazo"), people.bruno());

        replies.add(code, answer("Qual é o CEP?"), people.rafael(), null);
        replies.add(code, answer("E o número?"), people.rafael(), null);

        assertThat(em.createNativeQuery("""
                        select t.first_response_at < (select max(m.created_at) from tickets_message m where m.ticket_id = t.id)
                        from tickets_ticket t where t.id = ?1""").setParameter(1, code.number()).getSingleResult())
                .isEqualTo(true);
    }

    @Test
    void aNoteIsOfTheStaffAloneAndMovesNoLastActivity() {
        var code = opened(Requests.loja("Com nota"), people.bruno());
        var before = tickets.get(code, people.bruno()).lastActivityAt();

        replies.add(code, note("O cliente já ligou ontem."), people.rafael(), null);

        assertThat(said(code, people.rafael())).contains("O cliente já ligou ontem.");
        assertThat(said(code, people.bruno())).doesNotContain("O cliente já ligou ontem.");
        assertThat(tickets.story(code, people.bruno()).events())
                .extracting(EventDetails::type)
                .doesNotContain(EventType.NOTE_ADDED);
        assertThat(tickets.get(code, people.bruno()).lastActivityAt()).isEqualTo(before);
        assertThat(tickets.get(code, people.rafael()).lastActivityAt())
                .as("the same for the staff")
                .isEqualTo(before);
        assertThat(mails(code, "REPLIED")).isZero();
    }

    @Test
    void theRequestersAnswerTakesAWaitingTicketBackToWork() {
        var code = opened(Requests.cx(), people.bruno());
        replies.add(code, then("Qual é o CEP?", "pendente", null), people.rafael(), null);

        comments.add(code, answer("01310-100"), people.bruno());

        assertThat(tickets.get(code, people.bruno()).status().key()).isEqualTo("aberto");
        assertThat(tickets.story(code, people.bruno()).events())
                .extracting(EventDetails::type, EventDetails::from, EventDetails::to)
                .contains(tuple(EventType.STATUS_CHANGED, "pendente", "aberto"));
    }

    @Test
    void aResolvedTicketReopensIsKeptShutOrGoesOnInAnotherAsItsUnitSays() {
        var reopens = resolved(Requests.cx());
        comments.add(reopens, answer("Voltou a acontecer."), people.bruno());
        assertThat(tickets.get(reopens, people.bruno()).status().key()).isEqualTo("aberto");

        assertRefused(resolved(Requests.erp()), "tickets.reply.refused");

        var ended = resolved(Requests.loja("Resolvido"));
        var linked = comments.add(ended, answer("Voltou a acontecer."), people.bruno())
                .message()
                .ticket();
        assertThat(linked).isNotEqualTo(ended);
        assertThat(tickets.get(ended, people.bruno()).status().key()).isEqualTo("resolvido");
        assertThat(said(linked, people.bruno())).containsExactly("Voltou a acontecer.");
    }

    private void assertRefused(TicketCode code, String key) {
        var before = said(code, people.bruno());

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> comments.add(code, answer("Voltou a acontecer."), people.bruno()))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));

        assertThat(said(code, people.bruno())).isEqualTo(before);
    }

    private TicketCode resolved(OpenTicket request) {
        var code = opened(request, people.bruno());
        replies.add(code, then("Corrigido.", "resolvido", null), people.talita(), null);
        return code;
    }

    @Test
    void waitingAsksForAReasonOfTheUnit() {
        var code = opened(Requests.loja("Em espera"), people.bruno());
        assignments.assign(code, new Assignment(people.rafael().id(), Channel.PORTAL), people.rafael(), null);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> changes.changeStatus(
                        code, new StatusChange("stand-by", "férias", null, Channel.PORTAL), people.rafael(), null));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> changes.changeStatus(
                        code, new StatusChange("stand-by", null, null, Channel.PORTAL), people.rafael(), null));

        var waiting = changes.changeStatus(
                code, new StatusChange("stand-by", "propagacao", "DNS mudou", Channel.PORTAL), people.rafael(), null);

        assertThat(Objects.requireNonNull(waiting.holdReason()).name()).isEqualTo("propagação");
        assertThat(said(code, people.rafael())).contains("DNS mudou");
        assertThat(said(code, people.bruno())).doesNotContain("DNS mudou");
    }

    @Test
    void theRequesterMaySayThatItIsSolved() {
        var code = opened(Requests.cx(), people.bruno());
        replies.add(code, answer("Tente agora."), people.rafael(), null);

        assertThat(solutions
                        .confirm(code, people.bruno(), Channel.PORTAL)
                        .status()
                        .key())
                .isEqualTo("resolvido");
    }

    @Test
    void whoeverSawAnOlderVersionLosesAndNothingOfItIsWritten() {
        var code = opened(Requests.loja("Dois ao mesmo tempo"), people.bruno());
        var seen = tickets.get(code, people.rafael()).version();
        assignments.assign(code, new Assignment(people.talita().id(), Channel.PORTAL), people.talita(), seen);

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(
                        () -> replies.add(code, then("Resolvido por mim.", "resolvido", null), people.rafael(), seen));

        assertThat(said(code, people.rafael())).hasSize(1);
        assertThat(Objects.requireNonNull(tickets.get(code, people.rafael()).assignee())
                        .name())
                .isEqualTo("Talita Nogueira");
    }

    @Test
    void messagesAtTheSameTimeAreAllKept() throws Exception {
        var code = opened(Requests.cx(), people.bruno());
        var bruno = people.bruno();
        var talita = people.talita();
        var calls = new ArrayList<Callable<Said>>();
        for (var i = 0; i < 10; i++) {
            calls.add(() -> comments.add(code, answer("Do solicitante"), bruno));
            calls.add(() -> replies.add(code, answer("Da equipe"), talita, null));
        }
        var pool = Executors.newFixedThreadPool(20);
        try {
            for (var result : pool.invokeAll(calls)) {
                result.get();
            }
        } finally {
            pool.shutdown();
        }

        assertThat(said(code, bruno)).hasSize(21);
        assertThat(mails(code, "REPLIED")).as("one for each answer of the team").isEqualTo(10);
    }

    @Test
    void anAnswerGoesToTheRequesterAndToThoseInCopyAndTheirsToTheAgent() {
        var code = opened(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina());
        replies.add(code, answer("Vamos olhar."), people.rafael(), null);
        comments.add(code, answer("Obrigada."), people.marina());

        assertThat(recipients(code))
                .contains("marina@mirante.example", "financeiro@jatoba.example", "rafael@guiche.example");
    }

    @Test
    void behindAWallThereIsNothingToAnswer() {
        var code = opened(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina());

        for (var stranger : List.of(people.joana(), people.bruno(), people.paulo(), people.carla())) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> comments.add(code, answer("Oi"), stranger));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tickets.get(code, stranger));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tickets.history(code, 50, null, stranger));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> replies.add(code, answer("Oi"), stranger, null));
        }
    }

    @Test
    void markupThatCouldRunNeverReachesAReader() {
        var code = opened(Requests.loja("Com script"), people.bruno());

        comments.add(
                code,
                html("<p onclick=\"x()\">Oi<script>alert(1)</script><img src=x onerror=alert(1)>"
                        + "<a href=\"javascript:alert(1)\">aqui</a></p>"),
                people.bruno());

        var last = tickets.story(code, people.rafael()).messages().get(1).html();
        assertThat(last).contains("Oi").doesNotContain("script", "onerror", "onclick", "<img");
    }

    private TicketCode opened(OpenTicket request, Person person) {
        return tickets.open(request, person).code();
    }

    private List<String> said(TicketCode code, Person person) {
        return tickets.story(code, person).messages().stream()
                .map(message -> message.html().replaceAll("<[^>]+>", ""))
                .map(text -> text.startsWith("O cupom PRIMEIRA10") ? "O cupom PRIMEIRA10" : text)
                .toList();
    }

    private long mails(TicketCode code, String kind) {
        return ((Number) em.createNativeQuery("select count(*) from channels_outbox where ticket_id = ?1 and kind = ?2")
                        .setParameter(1, code.number())
                        .setParameter(2, kind)
                        .getSingleResult())
                .longValue();
    }

    private List<String> recipients(TicketCode code) {
        List<?> rows = em.createNativeQuery("select recipient from channels_outbox where ticket_id = ?1")
                .setParameter(1, code.number())
                .getResultList();
        return rows.stream().map(String::valueOf).toList();
    }

    private static Reply answer(String text) {
        return then(text, null, null);
    }

    private static Reply then(String text, @Nullable String status, @Nullable String reason) {
        return new Reply(text, TextFormat.TEXT, false, List.of(), List.of(), status, reason, Channel.PORTAL);
    }

    private static Reply note(String text) {
        return new Reply(text, TextFormat.TEXT, true, List.of(), List.of(), null, null, Channel.PORTAL);
    }

    private static Reply html(String body) {
        return new Reply(body, TextFormat.HTML, false, List.of(), List.of(), null, null, Channel.PORTAL);
    }
}
