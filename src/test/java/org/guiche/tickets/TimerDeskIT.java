package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.UserTransaction;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.support.People;
import org.guiche.support.Site;
import org.guiche.tickets.TimerState.Failed;
import org.guiche.tickets.TimerState.Recount;
import org.guiche.units.Units;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What administrators see of what happens by itself, and what they do about what does not. */
@ExtendWith(ArquillianExtension.class)
class TimerDeskIT {

    private static final int PATIENCE = 20;

    @EJB
    Tickets tickets;

    @EJB
    Replies replies;

    @EJB
    Changes changes;

    @EJB
    TimerPass pass;

    @EJB
    Timekeeper timekeeper;

    @EJB
    TimerDesk desk;

    @Inject
    Clock clock;

    @Inject
    Units units;

    @Inject
    People people;

    @Inject
    HttpServletRequest request;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @Test
    void whatFailsFiveTimesSaysWhyAndHappensOnceSomebodyHasItTriedAgain() throws Exception {
        var code = broken();

        assertThat(failure(code)).satisfies(failed -> {
            assertThat(failed.kind()).isEqualTo(TimerKind.WARNING);
            assertThat(failed.subject()).isEqualTo("Aviso que falha");
            assertThat(failed.error()).contains("a deadline without its clock");
        });
        assertThat(metric("guiche_timers_failed")).isPositive();
        change("update tickets_timer set kind = 'NOTICE' where ticket_id = ?1", code);
        var before = metric("guiche_timers_acted_total.*kind=\"notice\"");
        desk.retry(failure(code).id(), people.admin());
        timekeeper.fire();

        assertThat(failures(code)).isEmpty();
        assertThat(types(code)).containsOnlyOnce(EventType.HOLD_NOTICE, EventType.TIMER_RETRIED);
        assertThat(metric("guiche_timers_acted_total.*kind=\"notice\"")).isGreaterThan(before);
        done(code);
    }

    @Test
    void whatSomebodyGaveUpNeverHappensAndTheHistorySaysWhoDidThat() throws Exception {
        var code = broken();
        var id = failure(code).id();

        desk.drop(id, people.admin());
        timekeeper.look();

        assertThat(failures(code)).isEmpty();
        assertThat(tickets.history(code, 200, null, people.talita()).items())
                .filteredOn(event -> event.type() == EventType.TIMER_DROPPED)
                .singleElement()
                .satisfies(event -> {
                    assertThat(String.valueOf(event.to())).isEqualTo("WARNING");
                    assertThat(event.actor())
                            .isEqualTo(new PersonRef(
                                    people.admin().id(), people.admin().name()));
                });
        assertThat(tickets.history(code, 200, null, people.carla()).items())
                .as("nobody else's business")
                .extracting(EventDetails::type)
                .doesNotContain(EventType.TIMER_DROPPED);
        assertThatThrownBy(() -> desk.drop(id, people.admin())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.retry(id, people.admin())).isInstanceOf(NotFound.class);
        done(code);
    }

    @Test
    void onlyAdministratorsLookAndSettleAndOnlyWhatFailed() throws Exception {
        var code = standingBy("Aviso que espera");
        var id = number("select id from tickets_timer where ticket_id = ?1", code);

        for (var person : List.of(people.talita(), people.rafael(), people.carla())) {
            assertThatThrownBy(() -> desk.look(person)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> desk.retry(id, person)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> desk.drop(id, person)).isInstanceOf(AccessDenied.class);
        }
        assertThatThrownBy(() -> desk.drop(id, people.admin())).isInstanceOf(NotFound.class);
        assertThat(desk.look(people.admin()).kinds())
                .filteredOn(waiting -> waiting.kind() == TimerKind.NOTICE)
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.all()).isPositive());
        done(code);
    }

    @Test
    void whatIsLateIsSeenOnThePageAndInTheMetrics() throws Exception {
        var code = standingBy("Aviso atrasado");
        change(
                "update tickets_timer set attempts = 4, tried_at = " + in(Duration.ofHours(1)) + ", due_at = "
                        + in(Duration.ofHours(-3)) + " where ticket_id = ?1",
                code);

        var state = desk.look(people.admin());
        assertThat(state.due()).isPositive();
        assertThat(metric("guiche_timers_due")).isPositive();
        assertThat(metric("guiche_timers_lag_seconds")).isGreaterThanOrEqualTo(3 * 3600);
        done(code);
    }

    @Test
    void howFarTheTicketsOfAUnitAreReckonedAgainIsSeen() throws Exception {
        var code = standingBy("Recalculado");
        var unit = units.get("loja", people.carla()).id();
        change("insert into tickets_recount select " + unit + ", ?1, " + in(Duration.ofHours(1)), code);
        try {
            assertThat(desk.look(people.admin()).recounts())
                    .filteredOn(recount -> recount.unitId() == unit)
                    .singleElement()
                    .satisfies(recount -> assertThat(recount.done()).isBetween(1L, recount.all()))
                    .extracting(Recount::all)
                    .isNotEqualTo(0L);
        } finally {
            change("delete from tickets_recount where unit_id = " + unit + " and after_id = ?1", code);
        }
        done(code);
    }

    /** A timer that no code can act on has failed five times. */
    private TicketCode broken() throws Exception {
        var code = standingBy("Aviso que falha");
        change(
                "update tickets_timer set kind = 'WARNING', due_at = " + in(Duration.ofHours(-1))
                        + " where ticket_id = ?1",
                code);
        for (int i = 0; i < PATIENCE && failures(code).isEmpty(); i++) {
            timekeeper.look();
            change("update tickets_timer set tried_at = " + in(Duration.ofMinutes(-2)) + " where ticket_id = ?1", code);
        }
        return code;
    }

    private List<Failed> failures(TicketCode code) {
        return desk.look(people.admin()).failed().stream()
                .filter(failed -> failed.code().equals(code))
                .toList();
    }

    private Failed failure(TicketCode code) {
        assertThat(failures(code)).hasSize(1);
        return failures(code).get(0);
    }

    private List<EventType> types(TicketCode code) {
        return tickets.history(code, 200, null, people.talita()).items().stream()
                .map(EventDetails::type)
                .toList();
    }

    /** The value of the line at {@code /metrics} that begins with that. */
    private double metric(String name) throws Exception {
        var site = Site.at(new URL("http", "127.0.0.1", request.getLocalPort(), "/"))
                .as("admin@guiche.example");
        var line = Pattern.compile("^" + name + ".*?\\s([0-9.E]+)$", Pattern.MULTILINE)
                .matcher(site.get("/metrics").body());
        assertThat(line.find()).as(name).isTrue();
        return Double.parseDouble(line.group(1));
    }

    private TicketCode standingBy(String subject) {
        var code = tickets.open(Requests.loja(subject), people.carla()).code();
        replies.add(
                code,
                new Reply("Vamos ver.", TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.PORTAL),
                people.talita(),
                null);
        changes.changeStatus(
                code, new StatusChange("stand-by", "correcao", null, Channel.PORTAL), people.talita(), null);
        return code;
    }

    private void done(TicketCode code) {
        changes.changeStatus(code, new StatusChange("resolvido", null, null, Channel.PORTAL), people.talita(), null);
    }

    /** That moment by the product's clock, which a demo may have moved ahead of the database's, as SQL. */
    private String in(Duration time) {
        return "timestamptz '" + clock.instant().plus(time) + "'";
    }

    private void change(String sql, TicketCode code) throws Exception {
        transaction.begin();
        em.createNativeQuery(sql).setParameter(1, code.number()).executeUpdate();
        transaction.commit();
    }

    private long number(String sql, TicketCode code) {
        return ((Number)
                        em.createNativeQuery(sql).setParameter(1, code.number()).getSingleResult())
                .longValue();
    }
}
