package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.guiche.support.People;
import org.guiche.support.Statements;
import org.guiche.tickets.MyTickets.Turn;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
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
    Comments comments;

    @EJB
    Changes changes;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @Test
    void aTicketWithTwentyMessagesTakesEightStatements() throws Exception {
        var code =
                tickets.open(Requests.loja("Vinte mensagens"), people.bruno()).code();
        for (int i = 0; i < 19; i++) {
            replies.add(code, said("Resposta " + i), people.talita(), null);
        }
        var bruno = people.bruno();
        tickets.story(code, bruno);

        var story = Statements.counting(em, () -> tickets.story(code, bruno));

        assertThat(story.result().messages()).hasSize(20);
        assertThat(story.statements()).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void aPageOfALongStoryReadsNoMoreRowsThanItShows() throws Exception {
        var code =
                tickets.open(Requests.loja("Conversa sem fim"), people.bruno()).code();
        fill(code, 3000);
        var talita = people.talita();
        var start = tickets.conversation(code, 200, null, talita).next();
        tickets.history(code, 200, null, talita);

        transaction.begin();
        var before = read("tickets_message");
        assertThat(tickets.conversation(code, 10, start, talita).items()).hasSize(10);
        assertThat(read("tickets_message") - before).isBetween(11L, 22L);
        transaction.rollback();

        var said = Statements.counting(em, () -> tickets.conversation(code, 10, start, talita));
        var past = Statements.counting(em, () -> tickets.history(code, 10, start, talita));
        assertThat(said.statements()).hasSizeLessThanOrEqualTo(2).anyMatch(sql -> sql.contains("limit 11"));
        assertThat(past.statements()).hasSizeLessThanOrEqualTo(2).anyMatch(sql -> sql.contains("limit 11"));
    }

    /** Many messages from before, every third a note, several in each second. */
    private void fill(TicketCode code, int many) throws Exception {
        transaction.begin();
        em.createNativeQuery("""
                        insert into tickets_message (id, ticket_id, internal, channel, html, plain, created_at)
                        select 1000000000 + nextval('tickets_message_seq'), ?1, n % 3 = 0, 'PORTAL', '<p>' || n || '</p>', cast(n as text),
                            t.created_at - make_interval(secs => 1 + (?2 - n) / 4)
                        from generate_series(1, ?2) n, tickets_ticket t where t.id = ?1""".replace("::text", "\\:\\:text"))
                .setParameter(1, code.number())
                .setParameter(2, many)
                .executeUpdate();
        em.createNativeQuery("analyze tickets_message").executeUpdate();
        transaction.commit();
    }

    /** How many rows of that table this transaction has read. */
    private long read(String table) {
        return ((Number) em.createNativeQuery(
                                "select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = ?1")
                        .setParameter(1, table)
                        .getSingleResult())
                .longValue();
    }

    @Test
    void pagesJoinWithoutGapOrRepeatAlsoWhileMessagesArrive() throws Exception {
        var code = tickets.open(Requests.cx(), people.bruno()).code();
        fill(code, 200);
        var bruno = people.bruno();
        var talita = people.talita();
        var first = tickets.story(code, bruno).messages();
        var pool = Executors.newFixedThreadPool(2);
        var seen = new ArrayList<Long>();
        try {
            var arriving = List.of(
                    pool.submit(() -> times(30, () -> comments.add(code, said("Do solicitante"), bruno))),
                    pool.submit(() -> times(30, () -> replies.add(code, note("Da equipe"), talita, null))));
            @Nullable String next = null;
            do {
                var page = tickets.conversation(code, 7, next, bruno);
                page.items().forEach(message -> seen.add(message.id()));
                next = page.next();
            } while (next != null);
            for (var one : arriving) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }

        var all = tickets.story(code, bruno).messages().stream()
                .map(MessageDetails::id)
                .toList();
        assertThat(seen).hasSizeGreaterThanOrEqualTo(first.size()).isEqualTo(all.subList(0, seen.size()));
        assertThat(tickets.conversation(code, 200, null, bruno).items())
                .extracting(MessageDetails::internal)
                .containsOnly(false);
    }

    private static boolean times(int many, Runnable what) {
        for (int i = 0; i < many; i++) {
            what.run();
        }
        return true;
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
