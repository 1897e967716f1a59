package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.stream.IntStream;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is told what by mail when a ticket goes on: once, and never what they did themselves. */
@ExtendWith(ArquillianExtension.class)
class NewsIT {

    @EJB
    Tickets tickets;

    @EJB
    Solutions solutions;

    @EJB
    Replies replies;

    @EJB
    Changes changes;

    @EJB
    Assignments assignments;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Test
    void aStatusWithoutWordsIsToldToTheRequesterAndThoseInCopy() {
        var code = opened();
        copied(code, "financeiro@jatoba.example");

        become(code, "stand-by", "propagacao");
        become(code, "resolvido", null);

        assertThat(mails(code, "ON_HOLD")).hasSize(2).allMatch(text -> text.contains("(propagação)"));
        assertThat(mails(code, "RESOLVED"))
                .hasSize(2)
                .anyMatch(text -> text.startsWith("bruno@jatoba.example "))
                .anyMatch(text -> text.startsWith("financeiro@jatoba.example "));
    }

    @Test
    void aStatusThatAsksNothingOfAnybodyIsNotTold() {
        var code = opened();

        become(code, "resolvido", null);
        become(code, "resolvido", null);

        assertThat(mails(code, "RESOLVED")).as("once").hasSize(1);
        assertThat(mails(code, "OPEN")).isEmpty();
    }

    @Test
    void aStatusBesideAnAnswerIsSaidInItsMail() {
        var code = opened();

        replies.add(code, reply("Corrigido.", false), people.talita(), null);

        assertThat(mails(code, "RESOLVED")).isEmpty();
        assertThat(mails(code, "REPLIED")).hasSize(1).allMatch(text -> text.contains("Status do chamado: Resolvido"));
    }

    @Test
    void aStatusBesideANoteIsToldWithoutTheNote() {
        var code = opened();

        replies.add(code, reply("Só para nós.", true), people.talita(), null);

        assertThat(mails(code, "RESOLVED")).hasSize(1).noneMatch(text -> text.contains("Só para nós"));
    }

    @Test
    void anAgentIsToldOfATicketThatSomebodyElseGave() {
        var code = opened();

        assignments.assign(code, new Assignment(people.rafael().id(), Channel.PORTAL), people.talita(), null);
        assignments.assign(code, new Assignment(people.rafael().id(), Channel.PORTAL), people.talita(), null);
        assignments.assign(code, new Assignment(people.talita().id(), Channel.PORTAL), people.talita(), null);

        assertThat(mails(code, "ASSIGNED"))
                .singleElement()
                .asString()
                .startsWith("rafael@guiche.example ")
                .contains("Talita Nogueira atribuiu a você");
    }

    @Test
    void theAgentIsToldOnceThatTheRequesterCallsItSolved() {
        var code = opened();
        assignments.assign(code, new Assignment(people.rafael().id(), Channel.PORTAL), people.talita(), null);

        solutions.confirm(code, people.bruno(), Channel.PORTAL);
        solutions.confirm(code, people.bruno(), Channel.PORTAL);

        assertThat(mails(code, "SOLVED"))
                .singleElement()
                .asString()
                .startsWith("rafael@guiche.example ")
                .contains("Bruno", "está resolvido", code.toString());
    }

    @Test
    void nobodyIsToldThatATicketOfNobodyIsSolved() {
        var code = opened();

        solutions.confirm(code, people.bruno(), Channel.PORTAL);

        assertThat(mails(code, "SOLVED")).isEmpty();
    }

    @Test
    void noMoreThanFiftyAreInCopyHoweverManyMessagesNameThem() {
        var code = opened();
        copied(code, addresses(0, 20));
        copied(code, addresses(20, 40));

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> copied(code, addresses(40, 60)))
                .satisfies(refusal -> assertThat(refusal.fields().get(0).key()).isEqualTo("tickets.cc.full"));
        copied(code, addresses(35, 50));

        assertThat(tickets.get(code, people.talita()).cc()).hasSize(50);
    }

    private TicketCode opened() {
        return tickets.open(Requests.loja("Com notícias"), people.bruno()).code();
    }

    private void become(TicketCode code, String status, @Nullable String reason) {
        changes.changeStatus(code, new StatusChange(status, reason, null, Channel.PORTAL), people.talita(), null);
    }

    private void copied(TicketCode code, String... addresses) {
        replies.add(
                code,
                new Reply(
                        "Em cópia.", TextFormat.TEXT, false, List.of(addresses), List.of(), null, null, Channel.PORTAL),
                people.talita(),
                null);
    }

    private static String[] addresses(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> "copia" + number + "@jatoba.example")
                .toArray(String[]::new);
    }

    private static Reply reply(String words, boolean internal) {
        return new Reply(words, TextFormat.TEXT, internal, List.of(), List.of(), "resolvido", null, Channel.PORTAL);
    }

    private List<String> mails(TicketCode code, String kind) {
        List<?> rows = em.createNativeQuery(
                        "select recipient || ' ' || body from channels_outbox where ticket_id = ?1 and kind = ?2 order by id")
                .setParameter(1, code.number())
                .setParameter(2, kind)
                .getResultList();
        return rows.stream().map(String::valueOf).toList();
    }
}
