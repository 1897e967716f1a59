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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens by itself happens once, whoever else is at it, and takes nothing from anybody. */
@ExtendWith(ArquillianExtension.class)
class TimersIT {

    private static final int RACES = 1_000;
    private static final int NOTICES = 60;

    @EJB
    Tickets tickets;

    @EJB
    Replies replies;

    @EJB
    Comments comments;

    @EJB
    Changes changes;

    @EJB
    TimerPass pass;

    @EJB
    Timekeeper timekeeper;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void end() {
        threads.shutdown();
    }

    /** Whichever is first, both orders end with the requester's words in an open ticket. */
    @Test
    void aReplyThatRacesATimerIsNeverLost() throws Exception {
        var carla = people.carla();
        var code = tickets.open(Requests.cx(), carla).code();
        for (int race = 0; race < RACES; race++) {
            changes.changeStatus(code, to("pendente", null), people.talita(), null);
            due(List.of(code), "STATUS");
            var number = race;
            together(() -> comments.add(code, said("Resposta " + number), carla), () -> pass.some());
            assertThat(tickets.get(code, carla).status().key())
                    .as("after race " + race)
                    .isEqualTo("aberto");
        }

        assertThat(count("select count(*) from tickets_message where ticket_id = ?1", code))
                .isEqualTo(RACES + 1);
        var byItself = count(
                "select count(*) from tickets_event where ticket_id = ?1 and type = 'STATUS_CHANGED' and channel = 'SYSTEM'",
                code);
        assertThat(byItself)
                .as("the timer was first sometimes, and never twice")
                .isBetween(1, RACES - 1);
        changes.changeStatus(code, to("resolvido", null), people.talita(), null);
    }

    @Test
    void twoNodesSendNoNoticeTwice() throws Exception {
        var codes = new ArrayList<TicketCode>();
        for (int i = 0; i < NOTICES; i++) {
            codes.add(standingBy());
        }
        due(codes, "NOTICE");

        together(this::untilNothingIsDue, this::untilNothingIsDue);
        timekeeper.fire();

        for (var code : codes) {
            assertThat(notices(code)).isEqualTo(1);
            assertThat(count(
                            "select count(*) from channels_outbox where ticket_id = ?1 and kind = 'HOLD_NOTICE'", code))
                    .isEqualTo(1);
            changes.changeStatus(code, to("resolvido", null), people.talita(), null);
        }
    }

    @Test
    void whatDiesOnTheWayHappensAgainWholeAndOnce() throws Exception {
        var code = standingBy();
        due(List.of(code), "NOTICE");

        transaction.begin();
        pass.some();
        assertThat(notices(code)).isEqualTo(1);
        transaction.rollback();
        assertThat(notices(code)).isZero();

        timekeeper.fire();
        timekeeper.fire();
        assertThat(notices(code)).isEqualTo(1);
        changes.changeStatus(code, to("resolvido", null), people.talita(), null);
    }

    /** A ticket whose status no code knows cannot go on; the others do, and it is tried again on its own. */
    @Test
    void oneThatFailsKeepsNoOther() throws Exception {
        var broken = standingBy();
        var sound = standingBy();
        change("update tickets_timer set kind = 'WARNING' where ticket_id = ?1 and kind = 'NOTICE'", broken);
        due(List.of(broken), "WARNING");
        due(List.of(sound), "NOTICE");

        timekeeper.fire();

        assertThat(notices(sound)).isEqualTo(1);
        assertThat(count("select attempts from tickets_timer where ticket_id = ?1", broken))
                .isEqualTo(1);
        change("delete from tickets_timer where ticket_id = ?1", broken);
        for (var code : List.of(broken, sound)) {
            changes.changeStatus(code, to("resolvido", null), people.talita(), null);
        }
    }

    private TicketCode standingBy() {
        var code = tickets.open(Requests.loja("Aviso"), people.carla()).code();
        replies.add(code, said("Vamos ver."), people.talita(), null);
        changes.changeStatus(code, to("stand-by", "correcao"), people.talita(), null);
        return code;
    }

    private int untilNothingIsDue() {
        var done = 0;
        for (var some = pass.some(); some > 0; some = pass.some()) {
            done += some;
        }
        return done;
    }

    private void together(Callable<?> one, Callable<?> other) throws Exception {
        var first = threads.submit(one);
        var second = threads.submit(other);
        first.get();
        second.get();
    }

    /** Their timers of that kind are due this moment. */
    private void due(List<TicketCode> codes, String kind) throws Exception {
        for (var code : codes) {
            change(
                    "update tickets_timer set due_at = now() - interval '1 second' where ticket_id = ?1 and kind = '"
                            + kind + "'",
                    code);
        }
    }

    private void change(String sql, TicketCode code) throws Exception {
        transaction.begin();
        em.createNativeQuery(sql).setParameter(1, code.number()).executeUpdate();
        transaction.commit();
    }

    private int notices(TicketCode code) {
        return count("select count(*) from tickets_event where ticket_id = ?1 and type = 'HOLD_NOTICE'", code);
    }

    private int count(String sql, TicketCode code) {
        return ((Number)
                        em.createNativeQuery(sql).setParameter(1, code.number()).getSingleResult())
                .intValue();
    }

    private static StatusChange to(String status, @Nullable String reason) {
        return new StatusChange(status, reason, null, Channel.PORTAL);
    }

    private static Reply said(String words) {
        return new Reply(words, TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.PORTAL);
    }
}
