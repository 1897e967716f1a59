package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.support.TimeTravel.at;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.support.People;
import org.guiche.support.TimeTravel;
import org.guiche.tickets.Deadline.State;
import org.guiche.units.Configuration;
import org.guiche.units.Priority;
import org.guiche.units.ServiceMetric;
import org.guiche.units.StatusCategory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a unit may promise and decide besides, each as its sentence says: a unit is changed, a story told, the unit is as before. */
@ExtendWith(ArquillianExtension.class)
class ServicePromisesIT {

    private static final String NOTHING = "{}";

    @EJB
    Tickets tickets;

    @EJB
    Replies replies;

    @EJB
    Comments comments;

    @EJB
    Changes changes;

    @EJB
    Configuration configuration;

    @EJB
    Recounting recounting;

    @Inject
    People people;

    @Inject
    TimeTravel time;

    @PersistenceContext
    EntityManager em;

    /** Four service hours of 08:00 to 18:00: three on Monday from 15:00, one on Tuesday; then one on Monday from 17:00, three on Tuesday. */
    @Test
    void eachQuestionAfterTheFirstAnswerIsOwedAnAnswerFromItsOwnTimeOn() throws Exception {
        var levels = """
                [{"firstResponse": {"amount": "PT2H", "clock": "OPEN_HOURS"}, "nextResponse": {"amount": "PT4H", "clock": "OPEN_HOURS"}}]""";
        where("cx", NOTHING, levels, "2026-06-08T10:00", () -> {
            var code = opened(Requests.cx(), people.carla());
            ask(code, Channel.PORTAL);
            assertThat(clocks(code, ServiceMetric.NEXT_RESPONSE)).isEmpty();
            time.until("2026-06-08T11:00");
            answer(code, null);
            time.until("2026-06-08T15:00");
            ask(code, Channel.PORTAL);
            time.until("2026-06-08T16:00");
            ask(code, Channel.PORTAL);

            assertThat(due(code, ServiceMetric.NEXT_RESPONSE)).containsExactly(at("2026-06-09T09:00"));
            time.until("2026-06-08T16:30");
            answer(code, null);
            time.until("2026-06-08T17:00");
            ask(code, Channel.PORTAL);

            assertThat(due(code, ServiceMetric.NEXT_RESPONSE))
                    .containsExactly(at("2026-06-09T09:00"), at("2026-06-09T11:00"));
            assertThat(states(code, ServiceMetric.NEXT_RESPONSE)).containsExactly(State.MET, State.RUNNING);
            time.until("2026-06-09T11:01");
            assertThat(states(code, ServiceMetric.NEXT_RESPONSE)).containsExactly(State.MET, State.MISSED);
            done(code);
        });
    }

    @Test
    void theRequesterHearsOfUsAgainWithinTheTimeFromEachWordToTheNext() throws Exception {
        where(
                "cx",
                NOTHING,
                "[{\"update\": {\"amount\": \"PT24H\", \"clock\": \"RUNNING\"}}]",
                "2026-06-08T10:00",
                () -> {
                    var code = opened(Requests.cx(), people.carla());
                    assertThat(due(code, ServiceMetric.UPDATE)).containsExactly(at("2026-06-09T10:00"));
                    time.until("2026-06-08T12:00");
                    answer(code, null);
                    assertThat(due(code, ServiceMetric.UPDATE))
                            .containsExactly(at("2026-06-09T10:00"), at("2026-06-09T12:00"));
                    note(code);
                    ask(code, Channel.PORTAL);
                    assertThat(due(code, ServiceMetric.UPDATE)).hasSize(2);

                    time.until("2026-06-08T13:00");
                    answer(code, null);
                    time.until("2026-06-09T13:01");
                    assertThat(states(code, ServiceMetric.UPDATE)).containsExactly(State.MET, State.MET, State.MISSED);
                    assertThat(missed(code)).containsExactly("UPDATE");
                    done(code);
                });
    }

    /** Four service hours of 08:00 to 18:00: from Monday 10:00 until 14:00, and the whole of them again from 13:00. */
    @Test
    void aStatusThatStartsAClockAgainGivesItTheWholeOfItsTime() throws Exception {
        var levels = "[{\"resolution\": {\"amount\": \"PT4H\", \"clock\": \"OPEN_HOURS\"}}]";
        where(
                "cx",
                NOTHING,
                levels,
                "2026-06-08T10:00",
                () -> withStatus("aberto", """
                {"clocks": {"RESOLUTION": "RESTART"}}""", () -> {
                    var code = opened(Requests.cx(), people.carla());
                    assertThat(due(code, ServiceMetric.RESOLUTION)).containsExactly(at("2026-06-08T14:00"));
                    time.until("2026-06-08T11:00");
                    answer(code, "pendente");
                    time.until("2026-06-08T13:00");
                    ask(code, Channel.PORTAL);

                    assertThat(due(code, ServiceMetric.RESOLUTION)).containsExactly(at("2026-06-08T17:00"));
                    time.until("2026-06-08T16:59");
                    assertThat(states(code, ServiceMetric.RESOLUTION)).containsExactly(State.RUNNING);
                    assertThat(missed(code)).isEmpty();
                    time.until("2026-06-08T17:01");
                    assertThat(states(code, ServiceMetric.RESOLUTION)).containsExactly(State.MISSED);
                    assertThat(missed(code)).containsExactly("RESOLUTION");
                    done(code);
                }));
    }

    /** With these rules for that status of cx besides its own. */
    private void withStatus(String key, String rules, TimeTravel.Story story) throws Exception {
        var before = configuration.document("cx");
        var statuses = Json.createArrayBuilder();
        for (var status : before.getJsonArray("statuses").getValuesAs(JsonObject.class)) {
            var changed = Json.createObjectBuilder(status);
            if (status.getString("key").equals(key)) {
                object(rules).forEach(changed::add);
            }
            statuses.add(changed);
        }
        var document =
                Json.createObjectBuilder(before).add("statuses", statuses).build();
        configuration.change(people.admin(), "cx", document, configuration.revision("cx"));
        try {
            story.tell();
        } finally {
            configuration.change(people.admin(), "cx", before, configuration.revision("cx"));
        }
    }

    /** Seven running days, whoever waits for whom (Decreto 11.034/2022, BRAZIL 6). */
    @Test
    void underTheDecreeOfSacSevenRunningDaysAreNeverPaused() throws Exception {
        where("cx", "{\"sac\": true}", "[]", "2026-06-08T10:00", () -> {
            var code = opened(Requests.cx(), people.carla());
            answer(code, "pendente");

            time.until("2026-06-09T10:00");
            assertThat(due(code, ServiceMetric.RESOLUTION)).containsExactly(at("2026-06-15T10:00"));
            assertThat(states(code, ServiceMetric.RESOLUTION)).containsExactly(State.RUNNING);
            change(code, "em-espera", "ti");
            time.until("2026-06-15T10:01");
            assertThat(due(code, ServiceMetric.RESOLUTION)).containsExactly(at("2026-06-15T10:00"));
            assertThat(states(code, ServiceMetric.RESOLUTION)).containsExactly(State.MISSED);
            done(code);
        });
    }

    @Test
    void aMessageReopensWithinTheWindowAndOpensALinkedTicketAfterIt() throws Exception {
        var window = "{\"reopenWithin\": {\"amount\": \"P2D\", \"clock\": \"BUSINESS_DAYS\"}}";
        where("agencia", window, "[]", "2026-06-08T10:00", () -> {
            var inTime = opened(Requests.agencia(Priority.MEDIUM), people.carla());
            var late = opened(Requests.agencia(Priority.MEDIUM), people.carla());
            change(inTime, "resolvido", null);
            change(late, "resolvido", null);

            time.until("2026-06-10T17:59");
            assertThat(ask(inTime, Channel.PORTAL).message().ticket()).isEqualTo(inTime);
            time.until("2026-06-10T18:01");
            var linked = ask(late, Channel.PORTAL).message().ticket();

            assertThat(status(inTime)).isEqualTo("aberto");
            assertThat(status(late)).isEqualTo("resolvido");
            assertThat(linked).isNotEqualTo(late);
            done(inTime, linked);
        });
    }

    /** Test 11 of REQUIREMENTS 8: what began in the panel stays there; the same question by mail is another ticket, linked (S4-07). */
    @Test
    void inAUnitThatKeepsToTheChannelTheSameQuestionByMailOpensALinkedTicketAndTheFirstStaysAsItWas() throws Exception {
        time.from("2026-06-08T10:00", () -> {
            var code = opened(Requests.loja("Etiqueta sem CEP"), people.carla());
            answer(code, null);
            var messages = messages(code);
            var before = tickets.get(code, people.talita()).status();

            var there = ask(code, Channel.EMAIL).message().ticket();

            assertThat(there).isNotEqualTo(code);
            assertThat(tickets.get(there, people.carla()).channel()).isEqualTo(Channel.EMAIL);
            assertThat(messages(code)).isEqualTo(messages);
            assertThat(tickets.get(code, people.talita()).status()).isEqualTo(before);
            assertThat(ask(there, Channel.EMAIL).message().ticket()).isEqualTo(there);
            assertThat(ask(code, Channel.PORTAL).message().ticket()).isEqualTo(code);
            assertThat(ask(code, Channel.PHONE).message().ticket()).isEqualTo(code);
            done(code, there);
        });
    }

    @Test
    void aDeadlineThatComesNearIsToldToWhoHasTheTicketAndAMissedOneToTheSupervisorsToo() throws Exception {
        time.from("2026-06-08T10:00", () -> {
            var code = opened(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina());
            answerAs(people.rafael(), code);

            time.until("2026-06-19T10:00");

            assertThat(recipients(code, "DEADLINE_WARNING")).containsExactly("rafael@guiche.example");
            assertThat(recipients(code, "DEADLINE_MISSED"))
                    .containsExactlyInAnyOrder("rafael@guiche.example", "talita@guiche.example");
            done(code);
        });
    }

    /** With these settings and service levels instead of its own; what was opened before is reckoned with them too. */
    private void where(String unit, String settings, String levels, String from, TimeTravel.Story story)
            throws Exception {
        var file = ServicePromisesIT.class.getResourceAsStream("/org/guiche/units/presets/" + unit + ".json");
        var document = Json.createReader(file).readObject();
        var own = document.getJsonObject("settings");
        var ownLevels = document.getOrDefault("serviceLevels", JsonValue.EMPTY_JSON_ARRAY);
        time.from(from, () -> {
            var changed = Json.createObjectBuilder(own);
            object(settings).forEach(changed::add);
            try {
                configuration.changeService(people.admin(), unit, changed.build(), array(levels));
                story.tell();
            } finally {
                configuration.changeService(people.admin(), unit, own, ownLevels.asJsonArray());
            }
        });
        var isMore = true;
        while (isMore) {
            isMore = recounting.step();
        }
    }

    private static JsonObject object(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    private static JsonArray array(String json) {
        return Json.createReader(new StringReader(json)).readArray();
    }

    private TicketCode opened(OpenTicket request, Person person) {
        return tickets.open(request, person).code();
    }

    private Said ask(TicketCode code, Channel channel) {
        return comments.add(
                code,
                new Reply("E agora?", TextFormat.TEXT, false, List.of(), List.of(), null, null, channel),
                people.carla());
    }

    private void answer(TicketCode code, @Nullable String then) {
        replies.add(
                code,
                new Reply("Vamos ver.", TextFormat.TEXT, false, List.of(), List.of(), then, null, Channel.PORTAL),
                people.talita(),
                null);
    }

    private void answerAs(Person agent, TicketCode code) {
        replies.add(
                code,
                new Reply("Vou ver.", TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.PORTAL),
                agent,
                null);
    }

    private void note(TicketCode code) {
        replies.add(
                code,
                new Reply("Só nós.", TextFormat.TEXT, true, List.of(), List.of(), null, null, Channel.PORTAL),
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

    private String status(TicketCode code) {
        return tickets.get(code, people.talita()).status().key();
    }

    private List<ClockDetails> clocks(TicketCode code, ServiceMetric metric) {
        return tickets.deadlines(code, people.talita()).stream()
                .filter(one -> one.metric() == metric)
                .toList();
    }

    private List<Instant> due(TicketCode code, ServiceMetric metric) {
        return clocks(code, metric).stream()
                .map(one -> one.deadline().due().plusSeconds(30).truncatedTo(ChronoUnit.MINUTES))
                .toList();
    }

    private List<State> states(TicketCode code, ServiceMetric metric) {
        return clocks(code, metric).stream().map(one -> one.deadline().state()).toList();
    }

    private List<String> missed(TicketCode code) {
        return tickets.history(code, 200, null, people.talita()).items().stream()
                .filter(event -> event.type() == EventType.DEADLINE_MISSED)
                .map(event -> String.valueOf(event.to()))
                .toList();
    }

    private long messages(TicketCode code) {
        return ((Number) em.createNativeQuery("select count(*) from tickets_message where ticket_id = ?1")
                        .setParameter(1, code.number())
                        .getSingleResult())
                .longValue();
    }

    private List<String> recipients(TicketCode code, String kind) {
        List<?> found = em.createNativeQuery("select recipient from channels_outbox where ticket_id = ?1 and kind = ?2")
                .setParameter(1, code.number())
                .setParameter(2, kind)
                .getResultList();
        return found.stream().map(String::valueOf).toList();
    }
}
