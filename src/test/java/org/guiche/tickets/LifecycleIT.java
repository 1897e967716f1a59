package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guiche.support.TimeTravel.at;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.guiche.accounts.Person;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.guiche.support.TimeTravel;
import org.guiche.tickets.Deadline.State;
import org.guiche.units.Configuration;
import org.guiche.units.ServiceMetric;
import org.guiche.units.StatusCategory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What tickets do by themselves, unit by unit, each as its source does (REQUIREMENTS 7 and 8). */
@ExtendWith(ArquillianExtension.class)
class LifecycleIT {

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
    Recounting recounting;

    @EJB
    Configuration configuration;

    @Inject
    People people;

    @Inject
    TimeTravel time;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    /**
     * 17 April 2026 is a Friday and Tuesday the 21st Tiradentes. 72 hours of business days from Friday 17:00: 7 h until midnight,
     * Monday 24 h (31), Tuesday nothing, Wednesday 24 h (55), 17 h of Thursday: Thursday 17:00. By opening hours of 08:00 to 18:00
     * it would be Thursday the 30th at 09:00: 1 h on Friday, then seven days of 10 h (Mon, Wed, Thu, Fri, Mon, Tue, Wed), then 1 h.
     */
    @Test
    void fridayAt17PendingFor72BusinessHoursOverATuesdayHolidayIsResolvedOnThursdayAt17() throws Exception {
        time.from("2026-04-17T16:00", () -> {
            var code = opened(Requests.cx(), people.carla());
            time.until("2026-04-17T17:00");
            answer(code, "pendente");

            time.until("2026-04-23T16:59");
            assertThat(status(code)).isEqualTo("pendente");
            time.until("2026-04-23T17:01");
            assertThat(status(code)).isEqualTo("resolvido");
            assertThat(events(code))
                    .filteredOn(event -> event.type() == EventType.REMINDED)
                    .extracting(event -> minute(event.at()))
                    .containsExactly(at("2026-04-22T05:00"), at("2026-04-23T02:36"));
            assertThat(last(code)).satisfies(event -> {
                assertThat(event.actor()).isNull();
                assertThat(event.channel()).isEqualTo(Channel.SYSTEM);
                assertThat(minute(event.at())).isEqualTo(at("2026-04-23T17:00"));
            });

            time.until("2026-04-27T16:59");
            assertThat(status(code)).isEqualTo("resolvido");
            time.until("2026-04-27T17:01");
            assertThat(status(code)).isEqualTo("fechado");
            time.until("2026-05-27T17:00");
            assertThat(mails(code, "RESOLVED")).isEqualTo(1);
            assertThat(mails(code, "REMINDER")).isEqualTo(2);
        });
    }

    @Test
    void aReplyAMinuteBeforeTheEndReopensAndAMinuteAfterItOpensALinkedTicket() throws Exception {
        time.from("2026-06-08T10:00", () -> {
            var before = opened(Requests.cx(), people.carla());
            var after = opened(Requests.cx(), people.carla());
            answer(before, "resolvido");
            answer(after, "resolvido");

            time.until("2026-06-10T09:59");
            var reopened = comments.add(before, said("Voltou a falhar."), people.carla());
            time.until("2026-06-10T10:01");
            var linked = comments.add(after, said("Voltou a falhar."), people.carla());

            assertThat(reopened.message().ticket()).isEqualTo(before);
            assertThat(status(before)).isEqualTo("aberto");
            assertThat(status(after)).isEqualTo("fechado");
            assertThat(linked.message().ticket()).isNotEqualTo(after);
            var next = tickets.get(linked.message().ticket(), people.carla());
            assertThat(next.requester().id()).isEqualTo(people.carla().id());
            assertThat(next.subject())
                    .isEqualTo(tickets.get(after, people.carla()).subject());
            assertThat(next.answers())
                    .isEqualTo(tickets.get(after, people.carla()).answers());
            assertThat(events(next.code())).extracting(EventDetails::from).contains(after.digits());
            assertThat(last(after).to()).isEqualTo(next.code().digits());
            done(before, next.code());
        });
    }

    @Test
    void theHoldNoticeGoesOutAt48AndAt96HoursAndStopsWhenTheTicketGoesOn() throws Exception {
        time.from("2026-06-08T10:00", () -> {
            var code = opened(Requests.loja("Sem frete para o Acre"), people.carla());
            answer(code, null);
            change(code, "stand-by", "correcao");

            time.until("2026-06-10T09:59");
            assertThat(notices(code)).isEmpty();
            time.until("2026-06-12T10:01");
            assertThat(notices(code)).containsExactly(at("2026-06-10T10:00"), at("2026-06-12T10:00"));
            assertThat(mails(code, "HOLD_NOTICE")).isEqualTo(2);
            assertThat(status(code)).isEqualTo("stand-by");

            change(code, "em-atendimento", null);
            time.until("2026-06-20T10:00");
            assertThat(notices(code)).hasSize(2);
            done(code);
        });
    }

    @Test
    void aNoticeThatIsLateIsSentOnceAndTheNextOneIsOnTime() throws Exception {
        time.from("2026-06-08T10:00", () -> {
            var code = opened(Requests.loja("Servidor parado"), people.carla());
            answer(code, null);
            change(code, "stand-by", "ti");

            time.jump("2026-06-15T11:00"); // 7 days without a server: three notices were due
            time.until("2026-06-15T11:00");
            assertThat(notices(code)).containsExactly(at("2026-06-15T11:00"));
            time.until("2026-06-16T10:01");
            assertThat(notices(code)).containsExactly(at("2026-06-15T11:00"), at("2026-06-16T10:00"));
            done(code);
        });
    }

    @Test
    void aCommentOnResolvedIsRefusedByTheServerWhereTheUnitSaysSo() throws Exception {
        var code = opened(Requests.erp(), people.carla());
        answer(code, "resolvido");
        var events = events(code).size();

        assertThatThrownBy(() -> comments.add(code, said("Ainda não."), people.carla()))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("refused");
        assertThat(events(code)).hasSize(events);
    }

    @Test
    void theProductTeamHasSixBusinessDaysOfItsOwn() throws Exception {
        time.from("2026-04-16T15:00", () -> {
            var code = opened(Requests.erp(), people.carla());
            answer(code, null);
            change(code, "produto", "produto");

            var escalation = clock(code, ServiceMetric.ESCALATION);
            // Fri 17, Mon 20, Wed 22, Thu 23, Fri 24, Mon 27 April; Tuesday the 21st is Tiradentes
            assertThat(minute(escalation.deadline().due())).isEqualTo(at("2026-04-27T17:30"));
            assertThat(escalation.deadline().state()).isEqualTo(State.RUNNING);

            change(code, "aberto", null);
            assertThat(clock(code, ServiceMetric.ESCALATION).deadline().state()).isEqualTo(State.MET);
            done(code);
        });
    }

    /** Sixteen service hours from Monday 11:00: 6.5 h on Monday, 8.5 h on Tuesday, 1 h on Wednesday. */
    @Test
    void whileTheRequesterOwesAnAnswerTheSolutionsClockStandsStill() throws Exception {
        time.from("2026-06-08T11:00", () -> {
            var code = opened(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina());
            var due = clock(code, ServiceMetric.RESOLUTION).deadline().due();
            answer(code, "pendente");

            time.until("2026-06-09T12:00");
            assertThat(clock(code, ServiceMetric.RESOLUTION).deadline().state()).isEqualTo(State.PAUSED);
            comments.add(code, said("Segue o print."), people.marina());
            var after = clock(code, ServiceMetric.RESOLUTION);

            // all of Monday and Tuesday until 12:00 stood still: 5.5 h on Tuesday, 8.5 h on Wednesday, 2 h on Thursday
            assertThat(minute(due)).isEqualTo(at("2026-06-10T10:00"));
            assertThat(minute(after.deadline().due())).isEqualTo(at("2026-06-11T11:00"));
            assertThat(after.pauses()).singleElement().satisfies(pause -> {
                assertThat(minute(pause.from())).isEqualTo(at("2026-06-08T11:00"));
                assertThat(minute(Objects.requireNonNull(pause.to()))).isEqualTo(at("2026-06-09T12:00"));
                assertThat(pause.status().key()).isEqualTo("pendente");
            });
            done(code);
        });
    }

    /** Twenty hours instead of sixteen, four hours more in the calendar, and the three that stood still are not lost. */
    @Test
    void anotherPromiseLosesNoPause() throws Exception {
        time.from("2026-06-08T10:00", () -> {
            var code = opened(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina());
            answer(code, "pendente");
            time.until("2026-06-08T13:00");
            comments.add(code, said("Segue o print."), people.marina());
            var before = clock(code, ServiceMetric.RESOLUTION);
            var file = LifecycleIT.class.getResourceAsStream("/org/guiche/units/presets/parceiros.json");
            var settings = Json.createReader(file).readObject().getJsonObject("settings");
            try {
                configuration.changeService(people.admin(), "parceiros", settings, levels("PT20H"));
                time.until("2026-06-08T13:01");
                recounted();

                var after = clock(code, ServiceMetric.RESOLUTION);
                // 16 h from Monday 10:00 with 3 h paused: 4.5 h on Monday, 8.5 h on Tuesday, 3 h on Wednesday
                assertThat(minute(before.deadline().due())).isEqualTo(at("2026-06-10T12:00"));
                assertThat(minute(after.deadline().due())).isEqualTo(at("2026-06-10T16:00"));
                assertThat(after.pauses()).isEqualTo(before.pauses());
                assertThat(tickets.get(code, people.marina()).resolution()).isEqualTo(after.deadline());
            } finally {
                configuration.changeService(people.admin(), "parceiros", settings, JsonValue.EMPTY_JSON_ARRAY);
                time.until("2026-06-08T13:02");
                recounted();
            }
            assertThat(clock(code, ServiceMetric.RESOLUTION)).isEqualTo(before);
            done(code);
        });
    }

    @Test
    void aFirstAnswerThatWasGivenIsNotOwedByALaterPromise() throws Exception {
        time.from("2026-06-08T10:00", () -> {
            var code = opened(Requests.loja("Já respondido"), people.carla());
            answer(code, null);
            time.until("2026-06-08T15:00");
            var promise = Json.createObjectBuilder().add("amount", "PT2H").add("clock", "OPEN_HOURS");
            var levels = Json.createArrayBuilder()
                    .add(Json.createObjectBuilder().add("firstResponse", promise))
                    .build();
            var file = LifecycleIT.class.getResourceAsStream("/org/guiche/units/presets/loja.json");
            var settings = Json.createReader(file).readObject().getJsonObject("settings");
            try {
                configuration.changeService(people.admin(), "loja", settings, levels);
                time.until("2026-06-08T15:01");
                recounted();

                assertThat(clock(code, ServiceMetric.FIRST_RESPONSE).deadline().state())
                        .isEqualTo(State.MET);
            } finally {
                configuration.changeService(people.admin(), "loja", settings, JsonValue.EMPTY_JSON_ARRAY);
                time.until("2026-06-08T15:02");
                recounted();
            }
            assertThat(tickets.deadlines(code, people.talita())).isEmpty();
            done(code);
        });
    }

    private static JsonArray levels(String resolution) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("classification", "erro")
                        .add(
                                "resolution",
                                Json.createObjectBuilder()
                                        .add("amount", resolution)
                                        .add("clock", "OPEN_HOURS")))
                .build();
    }

    private void recounted() {
        var isMore = true;
        while (isMore) {
            isMore = recounting.step();
        }
    }

    @Test
    void aDeadlineIsWarnedOfOnceAndMissedOnce() throws Exception {
        time.from("2026-06-08T10:00", () -> {
            var code = opened(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina());
            answer(code, null);

            time.until("2026-06-19T10:00");
            assertThat(events(code))
                    .filteredOn(event -> event.to() != null && event.to().equals("RESOLUTION"))
                    .extracting(EventDetails::type)
                    .containsExactly(EventType.DEADLINE_WARNING, EventType.DEADLINE_MISSED);
            assertThat(mails(code, "DEADLINE_WARNING")).isEqualTo(1);
            assertThat(mails(code, "DEADLINE_MISSED")).isEqualTo(1);
            assertThat(tickets.history(code, 200, null, people.marina()).items())
                    .extracting(EventDetails::type)
                    .doesNotContain(EventType.DEADLINE_MISSED);
            done(code);
        });
    }

    @Test
    void theLastActivityFollowsWhatEverybodySeesAndNoNote() throws Exception {
        time.from("2026-06-08T10:00", () -> {
            var code = opened(Requests.cx(), people.carla());
            time.until("2026-06-08T11:00");
            answer(code, null);
            time.until("2026-06-08T12:00");
            replies.add(
                    code,
                    new Reply("Só nós", TextFormat.TEXT, true, List.of(), List.of(), null, null, Channel.PORTAL),
                    people.talita(),
                    null);

            assertThat(tickets.get(code, people.carla()).lastActivityAt())
                    .isBetween(at("2026-06-08T11:00"), at("2026-06-08T11:59"));
            done(code);
        });
    }

    @Test
    void theApplicationMayOnlyAddToWhatHappened() throws Exception {
        var code = opened(Requests.cx(), people.carla());

        for (var table : List.of("tickets_event", "tickets_stay")) {
            for (var sql : rewriting(table, code)) {
                assertThatThrownBy(() -> execute(sql)).hasStackTraceContaining("permission denied for table " + table);
            }
        }
        assertThat(events(code)).isNotEmpty();
    }

    @Test
    void historyCannotBeRewrittenEvenByWhoGivesHimselfTheRight() throws Exception {
        var code = opened(Requests.cx(), people.carla());

        for (var table : List.of("tickets_event", "tickets_stay")) {
            answer(code, "pendente");
            for (var sql : rewriting(table, code)) {
                assertThatThrownBy(() -> execute("grant all on " + table + " to current_user", sql))
                        .hasStackTraceContaining("only ever added");
            }
        }
        assertThat(events(code)).isNotEmpty();
    }

    private static List<String> rewriting(String table, TicketCode code) {
        return List.of(
                "update " + table + " set ticket_id = ticket_id where ticket_id = " + code.number(),
                "delete from " + table + " where ticket_id = " + code.number(),
                "truncate " + table);
    }

    private void execute(String... statements) throws Exception {
        transaction.begin();
        try {
            for (var sql : statements) {
                em.createNativeQuery(sql).executeUpdate();
            }
        } finally {
            transaction.rollback();
        }
    }

    /** The nearest: a story's clock does not stand still between two of its steps. */
    private static Instant minute(Instant instant) {
        return instant.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES);
    }

    private TicketCode opened(OpenTicket request, Person person) {
        return tickets.open(request, person).code();
    }

    private void answer(TicketCode code, @Nullable String then) {
        replies.add(
                code,
                new Reply("Vamos ver.", TextFormat.TEXT, false, List.of(), List.of(), then, null, Channel.PORTAL),
                people.talita(),
                null);
    }

    private void change(TicketCode code, String status, @Nullable String reason) {
        changes.changeStatus(code, new StatusChange(status, reason, null, Channel.PORTAL), people.talita(), null);
    }

    /** Nothing of a story stays in the queues. */
    private void done(TicketCode... codes) {
        for (var code : codes) {
            var solved = tickets.get(code, people.talita()).unit().statuses().stream()
                    .filter(status -> status.category() == StatusCategory.RESOLVED)
                    .findFirst()
                    .orElseThrow();
            change(code, solved.key(), null);
        }
    }

    private static Reply said(String words) {
        return new Reply(words, TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.PORTAL);
    }

    private String status(TicketCode code) {
        return tickets.get(code, people.talita()).status().key();
    }

    private List<EventDetails> events(TicketCode code) {
        return tickets.history(code, 200, null, people.talita()).items();
    }

    private EventDetails last(TicketCode code) {
        var events = events(code);
        return events.get(events.size() - 1);
    }

    private List<Instant> notices(TicketCode code) {
        return events(code).stream()
                .filter(event -> event.type() == EventType.HOLD_NOTICE)
                .map(event -> minute(event.at()))
                .toList();
    }

    private ClockDetails clock(TicketCode code, ServiceMetric metric) {
        var all = tickets.deadlines(code, people.talita()).stream()
                .filter(one -> one.metric() == metric)
                .toList();
        return all.get(all.size() - 1);
    }

    private int mails(TicketCode code, String kind) {
        return ((Number) em.createNativeQuery("select count(*) from channels_outbox where ticket_id = ?1 and kind = ?2")
                        .setParameter(1, code.number())
                        .setParameter(2, kind)
                        .getSingleResult())
                .intValue();
    }
}
