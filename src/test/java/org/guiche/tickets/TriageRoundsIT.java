package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.support.TimeTravel.at;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guiche.support.People;
import org.guiche.support.TimeTravel;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The rounds of unit Loja, at 9h, 11h30, 14h and 16h30 of its days: its supervisors hear of what waits for more than two hours of
 * service to be sorted (T7). 15 April 2026 is a Wednesday; the 21st, Tuesday, is Tiradentes.
 */
@ExtendWith(ArquillianExtension.class)
class TriageRoundsIT {

    private static final int NODES = 4;

    @EJB
    Tickets tickets;

    @EJB
    Triages triages;

    @EJB
    Timekeeper timekeeper;

    @EJB
    TriageRounds rounds;

    @Inject
    People people;

    @Inject
    TimeTravel time;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @Test
    void aRoundRemindsOnceOfWhatWaitsTooLongAndNotOfWhatIsSorted() throws Exception {
        time.from("2026-04-15T09:15", () -> {
            done("2026-04-15T09:15");
            var code = tickets.open(Requests.loja("Espera a triagem"), people.bruno())
                    .code();

            time.until("2026-04-15T11:29");
            assertThat(mails(code)).isZero();
            time.until("2026-04-15T11:31");
            timekeeper.fire();
            assertThat(mails(code)).as("11h30, after 2 h 15").isEqualTo(1);
            time.until("2026-04-15T14:01");
            assertThat(mails(code)).as("14h").isEqualTo(2);

            triages.move(new TriageMove(List.of(code), "suporte", "suporte", Channel.PORTAL), people.talita());
            time.until("2026-04-15T17:00");
            assertThat(mails(code)).as("it was sorted").isEqualTo(2);
        });
    }

    @Test
    void whatHasNotWaitedLongEnoughIsLeftForTheNextRound() throws Exception {
        time.from("2026-04-15T10:00", () -> {
            done("2026-04-15T10:00");
            var code = tickets.open(Requests.loja("Acabou de chegar"), people.bruno())
                    .code();

            time.until("2026-04-15T11:31");
            assertThat(mails(code)).isZero();
            time.until("2026-04-15T14:01");
            assertThat(mails(code)).isEqualTo(1);
            sort(code);
        });
    }

    /** From Wednesday evening to the Wednesday after there were 12 rounds (Thu, Fri, Mon; none on the holiday). */
    @Test
    void theRoundsThatWereMissedCountAsOne() throws Exception {
        time.from("2026-04-15T15:00", () -> {
            done("2026-04-15T15:00");
            var code = tickets.open(Requests.loja("Enquanto estava parado"), people.bruno())
                    .code();

            time.jump("2026-04-21T12:00");
            timekeeper.fire();
            timekeeper.fire();

            assertThat(mails(code)).isEqualTo(1);
            sort(code);
        });
    }

    @Test
    void onWhicheverNodeItComesFirstARoundHappensOnce() throws Exception {
        time.from("2026-04-15T15:00", () -> {
            done("2026-04-15T15:00");
            var code = tickets.open(Requests.loja("Vários nós"), people.bruno()).code();
            time.jump("2026-04-16T11:30");

            var nodes = Executors.newFixedThreadPool(NODES);
            try {
                Callable<Object> look = () -> {
                    rounds.look();
                    return code;
                };
                for (var result : nodes.invokeAll(List.of(look, look, look, look))) {
                    result.get();
                }
            } finally {
                nodes.shutdown();
            }

            assertThat(mails(code)).isEqualTo(1);
            sort(code);
        });
    }

    private void sort(TicketCode code) {
        triages.move(new TriageMove(List.of(code), "suporte", "envio", Channel.PORTAL), people.talita());
    }

    /** As if the unit's last round had been then. */
    private void done(String moment) throws Exception {
        transaction.begin();
        em.createNativeQuery("""
                        insert into tickets_triage_round (unit_id, done_at) select id, ?1 from units_unit where key = 'loja'
                        on conflict (unit_id) do update set done_at = excluded.done_at""")
                .setParameter(1, at(moment).atOffset(ZoneOffset.UTC))
                .executeUpdate();
        transaction.commit();
    }

    /** How many mails to the supervisor name that ticket. */
    private int mails(TicketCode code) {
        return ((Number) em.createNativeQuery("""
                        select count(*) from channels_outbox
                        where kind = 'TRIAGE' and recipient = 'talita@guiche.example' and body like ?1""")
                        .setParameter(1, "%" + code + ":%")
                        .getSingleResult())
                .intValue();
    }
}
