package org.guiche.tickets;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.guiche.accounts.Groups;
import org.guiche.accounts.Person;
import org.guiche.channels.Notification;
import org.guiche.channels.NotificationKind;
import org.guiche.channels.Notifications;
import org.guiche.channels.OldNotifications;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.guiche.support.Statements;
import org.guiche.support.TimeTravel;
import org.guiche.units.ServiceMetric;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people are told in the pages: whom it concerns, once, as long as they may see it. */
@ExtendWith(ArquillianExtension.class)
class NotificationsIT {

    private static final int MANY = 20_000;

    @EJB
    Tickets tickets;

    @EJB
    Replies replies;

    @EJB
    Comments comments;

    @EJB
    Changes changes;

    @EJB
    Assignments assignments;

    @EJB
    Notifications notifications;

    @EJB
    OldNotifications old;

    @EJB
    Groups groups;

    @Inject
    People people;

    @Inject
    TimeTravel time;

    @Inject
    Clock clock;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @Test
    void aWarningReachesWhoeverHasTheTicketAndAMissedDeadlineTheSupervisorsTooEachOnce() throws Exception {
        time.from("2026-06-08T10:00", () -> {
            var code = opened(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina());
            replies.add(code, said("Vamos ver."), people.rafael(), null);

            time.until("2026-06-19T10:00");

            assertThat(of(code, people.rafael()))
                    .filteredOn(told -> told.metric() == ServiceMetric.RESOLUTION)
                    .extracting(Notification::kind)
                    .containsExactly(NotificationKind.MISSED, NotificationKind.WARNING);
            assertThat(of(code, people.talita()))
                    .filteredOn(told -> told.metric() == ServiceMetric.RESOLUTION)
                    .extracting(Notification::kind)
                    .containsExactly(NotificationKind.MISSED);
            assertThat(of(code, people.igor())).as("of another sector").isEmpty();
            assertThat(of(code, people.marina()))
                    .as("deadlines are the staff's business")
                    .extracting(Notification::kind)
                    .containsExactly(NotificationKind.REPLIED);
            done(code);
        });
    }

    @Test
    void whereNobodyHasTheTicketTheWarningIsForTheSupervisors() throws Exception {
        time.from("2026-06-08T10:00", () -> {
            var code = opened(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina());

            time.until("2026-06-10T09:00");

            assertThat(of(code, people.talita()))
                    .filteredOn(told -> told.metric() == ServiceMetric.RESOLUTION)
                    .extracting(Notification::kind)
                    .containsExactly(NotificationKind.WARNING);
            done(code);
        });
    }

    @Test
    void anAgentIsToldOfATicketThatSomebodyElseGaveAndOfAnswersOnceUntilTheyAreRead() throws Exception {
        var code = opened(Requests.loja("Aviso de resposta"), people.carla());
        changes.change(code, TicketChange.toSector("marketing", Channel.PORTAL), people.talita(), null);
        assign(code, people.rafael(), people.talita());
        comments.add(code, said("Ainda falha."), people.carla());
        comments.add(code, said("Falha em dois computadores."), people.carla());

        assertThat(of(code, people.rafael()))
                .extracting(Notification::kind)
                .containsExactly(NotificationKind.ANSWERED, NotificationKind.ASSIGNED);
        notifications.read(code, people.rafael());
        comments.add(code, said("Falha em três."), people.carla());

        assertThat(of(code, people.rafael())).extracting(Notification::read).containsExactly(false, true, true);
        assertThat(unread(code, people.rafael())).isEqualTo(1);
        assertThat(of(code, people.talita())).as("who gave it away").isEmpty();
        done(code);
    }

    @Test
    void whoTakesATicketIsNotToldSo() throws Exception {
        var code = opened(Requests.loja("Pego por mim"), people.carla());
        assign(code, people.talita(), people.talita());

        assertThat(of(code, people.talita())).isEmpty();
        done(code);
    }

    @Test
    void theRequesterIsToldOfAnAnswerAndReadsAllAtOnce() throws Exception {
        var code = opened(Requests.loja("Pergunta respondida"), people.carla());
        replies.add(code, said("Limpe o carrinho."), people.talita(), null);

        assertThat(unread(code, people.carla())).isEqualTo(1);
        notifications.readAll(people.carla());

        assertThat(notifications.unread(people.carla())).isEmpty();
        assertThat(of(code, people.carla())).extracting(Notification::read).containsExactly(true);
        done(code);
    }

    @Test
    void aRightThatEndedTakesTheNotificationAwayFromListAndBell() throws Exception {
        var code = opened(Requests.loja("De quem sai"), people.carla());
        replies.add(code, said("Pronto."), people.talita(), null);
        var carla = people.carla();
        var group = carla.memberships().get(0).groupId();
        groups.leave(carla.id(), group);
        try {
            assertThat(of(code, people.carla())).isEmpty();
            assertThat(unread(code, people.carla())).isZero();
        } finally {
            groups.join(carla.id(), group, true, null);
        }
        assertThat(of(code, people.carla())).hasSize(1);
        done(code);
    }

    @Test
    void theListGoesOnWhereAPageEndedAndRefusesAnyOtherPlace() throws Exception {
        var first = opened(Requests.loja("Página um"), people.carla());
        var second = opened(Requests.loja("Página dois"), people.carla());
        replies.add(first, said("Um."), people.talita(), null);
        replies.add(second, said("Dois."), people.talita(), null);

        var page = notifications.list(1, null, people.carla());
        var next = notifications.list(1, page.next(), people.carla());

        assertThat(page.items()).extracting(Notification::code).containsExactly(second);
        assertThat(next.items()).extracting(Notification::code).containsExactly(first);
        for (var nonsense : List.of("x", "1-", "-1-2", "1-2 or true", "99999999999999999999-1")) {
            assertThatThrownBy(() -> notifications.list(1, nonsense, people.carla()))
                    .isInstanceOf(RuleViolation.class);
        }
        done(first);
        done(second);
    }

    /** However much a person was told before, and however much others were. */
    @Test
    void theBellCostsOneStatementOnAnIndex() throws Exception {
        var code = opened(Requests.loja("Muitos avisos"), people.carla());
        write("insert into channels_notification (person_id, ticket_id, kind, detail, at, read_at)"
                + " select " + people.igor().id() + ", " + code.number()
                + ", 'ANSWERED', 'BULK', now() - n * interval '1 second', now() from generate_series(1, " + MANY
                + ") n");
        write("analyze channels_notification");
        try {
            var counted = Statements.counting(em, () -> notifications.unread(people.igor()));

            var asked = counted.statements().stream()
                    .filter(sql -> sql.contains("channels_notification"))
                    .toList();
            assertThat(asked).hasSize(1);
            assertThat(plan("select n.ticket_id from channels_notification n where n.person_id = "
                            + people.igor().id() + " and n.read_at is null limit 100"))
                    .contains("channels_notification_unread")
                    .doesNotContain("Seq Scan");
        } finally {
            write("delete from channels_notification where detail = 'BULK'");
        }
        done(code);
    }

    @Test
    void whatWasReadGoesAfterAMonthAndTheRestAfterHalfAYear() throws Exception {
        var code = opened(Requests.loja("Avisos velhos"), people.carla());
        told(code, "A", 29, 29);
        told(code, "B", 31, 31);
        told(code, "C", 183, null);
        told(code, "D", 185, null);

        old.forget();

        List<?> left = em.createNativeQuery(
                        "select detail from channels_notification where ticket_id = ?1 order by detail")
                .setParameter(1, code.number())
                .getResultList();
        assertThat(left.stream().map(String::valueOf)).containsExactly("A", "C");
        write("delete from channels_notification where ticket_id = " + code.number());
        done(code);
    }

    private void told(TicketCode code, String detail, int days, @Nullable Integer readDays) throws Exception {
        write("insert into channels_notification (person_id, ticket_id, kind, detail, at, read_at) values ("
                + people.igor().id() + ", " + code.number() + ", 'ANSWERED', '" + detail + "', " + ago(days) + ", "
                + (readDays == null ? "null" : ago(readDays)) + ")");
    }

    private String ago(int days) {
        return "'" + clock.instant().minus(Duration.ofDays(days)) + "'";
    }

    private String plan(String sql) {
        List<?> lines = em.createNativeQuery("explain " + sql).getResultList();
        return lines.stream().map(String::valueOf).collect(joining("\n"));
    }

    private void write(String sql) throws Exception {
        transaction.begin();
        em.createNativeQuery(sql).executeUpdate();
        transaction.commit();
    }

    private List<Notification> of(TicketCode code, Person person) {
        return notifications.list(200, null, person).items().stream()
                .filter(told -> told.code().equals(code))
                .toList();
    }

    private long unread(TicketCode code, Person person) {
        return notifications.unread(person).stream().filter(code::equals).count();
    }

    private void assign(TicketCode code, Person to, Person by) {
        assignments.assign(code, new Assignment(to.id(), Channel.PORTAL), by, null);
    }

    private TicketCode opened(OpenTicket request, Person by) {
        return tickets.open(request, by).code();
    }

    private void done(TicketCode code) {
        changes.changeStatus(code, new StatusChange("resolvido", null, null, Channel.PORTAL), people.talita(), null);
    }

    private static Reply said(String words) {
        return new Reply(words, TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.PORTAL);
    }
}
