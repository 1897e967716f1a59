package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.guiche.support.People;
import org.guiche.support.Statements;
import org.guiche.tickets.MyTickets.Turn;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the requester's pages read, and in how many statements. */
@ExtendWith(ArquillianExtension.class)
class StoryIT {

    @EJB
    Tickets tickets;

    @EJB
    MyTickets mine;

    @EJB
    Replies replies;

    @EJB
    Changes changes;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Test
    void aTicketWithTwentyMessagesTakesSixStatements() throws Exception {
        var code =
                tickets.open(Requests.loja("Vinte mensagens"), people.bruno()).code();
        for (int i = 0; i < 19; i++) {
            replies.add(code, said("Resposta " + i), people.talita(), null);
        }
        var bruno = people.bruno();
        tickets.story(code, bruno);

        var story = Statements.counting(em, () -> tickets.story(code, bruno));

        assertThat(story.result().messages()).hasSize(20);
        assertThat(story.statements()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void aListAndItsCountsTakeAStatementEach() throws Exception {
        var marina = people.marina();
        mine.list(TicketFilter.all(), 25, null, marina);

        assertThat(Statements.counting(em, () -> mine.list(TicketFilter.all(), 25, null, marina))
                        .statements())
                .hasSize(1);
        assertThat(Statements.counting(em, () -> mine.standing(marina)).statements())
                .hasSize(1);
    }

    @Test
    void whoseTurnItIsFollowsTheStatus() {
        var before = mine.standing(people.carla());
        var others = mine.standing(people.bruno()).all();
        var code =
                tickets.open(Requests.loja("De quem é a vez"), people.carla()).code();
        assertThat(mine.standing(people.carla()).of(Turn.OURS)).isEqualTo(before.of(Turn.OURS) + 1);

        changes.changeStatus(code, new StatusChange("respondido", null, null, Channel.PORTAL), people.talita(), null);
        assertThat(mine.standing(people.carla()).of(Turn.YOURS)).isEqualTo(before.of(Turn.YOURS) + 1);
        changes.changeStatus(code, new StatusChange("resolvido", null, null, Channel.PORTAL), people.talita(), null);
        assertThat(mine.standing(people.carla()).of(Turn.DONE)).isEqualTo(before.of(Turn.DONE) + 1);
        assertThat(mine.standing(people.bruno()).all()).as("of another company").isEqualTo(others);
    }

    @Test
    void theStaffFollowsOnlyWhatItAskedForItself() {
        var own =
                tickets.open(Requests.loja("Da própria casa"), people.rafael()).code();
        tickets.open(Requests.loja("De fora"), people.carla());

        assertThat(mine.list(TicketFilter.all(), 25, null, people.rafael()).items())
                .anyMatch(ticket -> ticket.code().equals(own))
                .extracting(TicketSummary::requester)
                .allMatch(requester -> requester.id() == people.rafael().id());
    }

    @Test
    void theRequesterReadsNoNotesAndTheAnswersByTheirLabels() {
        var request = Requests.cx();
        var code = tickets.open(request, people.bruno()).code();
        replies.add(code, note("Só para nós."), people.talita(), null);

        var ofBruno = tickets.story(code, people.bruno());
        var ofTalita = tickets.story(code, people.talita());

        assertThat(ofBruno.messages()).extracting(MessageDetails::internal).containsOnly(false);
        assertThat(ofBruno.events()).extracting(EventDetails::type).doesNotContain(EventType.NOTE_ADDED);
        assertThat(ofTalita.messages()).hasSize(ofBruno.messages().size() + 1);
        assertThat(ofBruno.answers()).hasSize(request.answers().size());
        assertThat(ofBruno.answers()).extracting("text").doesNotContain("pedido");
    }

    private static Reply said(String words) {
        return new Reply(words, TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.PORTAL);
    }

    private static Reply note(String words) {
        return new Reply(words, TextFormat.TEXT, true, List.of(), List.of(), null, null, Channel.PORTAL);
    }
}
