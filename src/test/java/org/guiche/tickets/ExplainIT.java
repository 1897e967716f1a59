package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URL;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.guiche.support.Site;
import org.guiche.support.Statements;
import org.guiche.support.TimeTravel;
import org.guiche.tickets.Deadline.State;
import org.guiche.units.Configuration;
import org.guiche.units.Priority;
import org.guiche.units.ServiceMetric;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Why a deadline is when it is, on the page that says so: to requesters in their own words, to the staff in its own. */
@ExtendWith(ArquillianExtension.class)
class ExplainIT {

    private static final String MARINA = "marina@mirante.example";
    private static final String CARLA = "carla@araca.example";
    private static final String TALITA = "talita@guiche.example";

    @EJB
    Tickets tickets;

    @EJB
    Replies replies;

    @EJB
    Comments comments;

    @EJB
    Changes changes;

    @EJB
    Histories histories;

    @EJB
    Configuration configuration;

    @Inject
    People people;

    @Inject
    TimeTravel time;

    @PersistenceContext
    EntityManager em;

    @ArquillianResource
    URL home;

    @Test
    void itIsMadeOnlyWhenItIsAskedForInFiveStatements() throws Exception {
        var code = opened(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina());
        answer(code, "pendente");
        var marina = people.marina();

        var explained = Statements.counting(em, () -> tickets.explained(code, marina));

        assertThat(explained.result().clocks()).hasSize(2);
        assertThat(explained.statements()).hasSizeLessThanOrEqualTo(5);
        var site = Site.at(home).as(MARINA);
        assertThat(site.get("/tickets/ticket?code=" + code.digits()).body())
                .contains("Explicar prazo", "/tickets/deadlines?code=" + code.digits())
                .doesNotContain("Conta desde");
        assertThat(site.get("/tickets/deadlines?code=" + code.digits()).body()).contains("Conta desde");
        done(code, "resolvido");
    }

    /** Sixteen service hours from Thursday 14:20, 3h10 of them that day; Friday, 20 November, is a holiday. */
    @Test
    void everyDayIsAccountedForAndHolidaysAreNamed() throws Exception {
        time.from("2026-11-19T14:20", () -> {
            var code = opened(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina());

            assertThat(explanation(code, MARINA))
                    .contains(
                            "seg, 23/11",
                            "16 horas úteis",
                            "Só conta o horário de atendimento: seg a sex, das 9h às 17h30. Feriado não conta.",
                            "das 14h20 às 17h30",
                            "3h10",
                            "feriado (Consciência Negra)",
                            "fim de semana",
                            "não conta",
                            "Está correndo. Restam 16 h de atendimento.",
                            "No horário de Brasília.")
                    .doesNotContain("???", "OPEN_HOURS", "RESOLUTION");
            done(code, "resolvido");
        });
    }

    @Test
    void aPauseIsToldToItsRequesterAsWhatWeWaitForAndToTheStaffAsItsStatus() throws Exception {
        time.from("2026-06-08T11:00", () -> {
            var code = opened(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina());
            answer(code, "pendente");
            time.until("2026-06-09T12:00");

            assertThat(explanation(code, MARINA))
                    .contains(
                            "Parado desde ontem, 11h: esperamos a sua resposta. Restam 16 h de atendimento.",
                            "pausado, restam 16 h de atendimento")
                    .containsPattern("Se seguisse agora, o prazo iria até qui, 11/06, às 1[01]h")
                    .doesNotContain("Pendente");
            assertThat(explanation(code, TALITA)).contains("desde ontem, 11h: Pendente");

            comments.add(code, said("Segue o print."), people.marina());
            assertThat(explanation(code, MARINA))
                    .contains("de ontem, 11h até 12h: esperamos a sua resposta", "parado das 11h às 17h30")
                    .doesNotContain("Se seguisse agora");
            done(code, "resolvido");
            assertThat(explanation(code, MARINA)).contains("Cumprido: 12h, depois de 0 min de atendimento.");
        });
    }

    @Test
    void aMissedDeadlineSaysSoWhetherItIsStillOpenOrCameLate() throws Exception {
        time.from("2026-06-08T11:00", () -> {
            var code = opened(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina());
            time.until("2026-06-12T12:00");
            assertThat(explanation(code, MARINA)).contains("O prazo venceu e ainda está em aberto.", "sla-late");

            done(code, "resolvido");
            assertThat(explanation(code, MARINA)).contains("Veio fora do prazo: 12h, depois de 35 h de atendimento.");
        });
    }

    @Test
    void whomAHoldBehindAnotherNameIsWithStaysInTheHouse() throws Exception {
        time.from("2026-06-08T11:00", () -> {
            var code = opened(Requests.erp(), people.carla());
            answer(code, null);
            change(code, "produto", "produto");
            var site = Site.at(home).as(CARLA);

            assertThat(site.get("/tickets/ticket?code=" + code.digits()).body())
                    .contains("Em atendimento.")
                    .doesNotContain("time de produto", "Em espera", "st-espera");
            assertThat(explanation(code, CARLA)).doesNotContain("produto", "Retorno de quem");
            assertThat(tickets.get(code, people.carla()).holdReason()).isNull();
            assertThat(tickets.history(code, 200, null, people.carla()).items())
                    .extracting(EventDetails::reason)
                    .containsOnlyNulls();
            assertThat(mails(code, "ON_HOLD")).isEmpty();
            assertThat(explanation(code, TALITA)).contains("Retorno de quem recebeu o chamado", "6 dias úteis");
            assertThat(tickets.get(code, people.talita()).holdReason()).isNotNull();
            done(code, "resolvido");
        });
    }

    @Test
    void nobodyReadsTheDeadlinesOfATicketThatIsNotTheirs() {
        var code = opened(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina());

        assertThat(Site.at(home)
                        .as("joana@jatoba.example")
                        .get("/tickets/deadlines?code=" + code.digits())
                        .statusCode())
                .isEqualTo(404);
        done(code, "resolvido");
    }

    @Test
    void outOfHoursTheRequesterIsToldWhenServiceResumesAndWhichHolidayItIs() throws Exception {
        time.from("2026-11-20T10:00", () -> {
            var code = opened(Requests.loja("No feriado"), people.carla());
            var site = Site.at(home).as(CARLA);
            var back = "Estamos fora do horário. O atendimento volta seg, 23/11, às 9h."
                    + " Feriado: sex, 20/11 (Consciência Negra).";

            assertThat(site.get("/tickets/ticket?code=" + code.digits()).body()).contains(back);
            assertThat(site.get("/tickets/opened?code=" + code.digits()).body()).contains(back);

            time.until("2026-11-20T17:00");
            time.jump("2026-11-23T09:01");
            var later = Site.at(home).as(CARLA);
            assertThat(later.get("/tickets/ticket?code=" + code.digits()).body())
                    .doesNotContain("fora do horário");
            done(code, "resolvido");
        });
    }

    @Test
    void underSacTheSolutionNeverPausesAndItsHistoryIsSentOnRequestOnceInSomeMinutes() throws Exception {
        var settings = settings("agencia");
        time.from("2026-06-08T11:00", () -> {
            try {
                sac("agencia", settings);
                var code = opened(Requests.agencia(Priority.MEDIUM), people.carla());
                answer(code, "respondido");
                replies.add(code, note("Só para nós."), people.talita(), null);
                time.until("2026-06-09T11:00");

                var solution = tickets.deadlines(code, people.carla()).stream()
                        .filter(one -> one.metric() == ServiceMetric.RESOLUTION)
                        .findFirst()
                        .orElseThrow();
                assertThat(solution.deadline().state()).isEqualTo(State.RUNNING);
                assertThat(solution.pauses()).isEmpty();
                assertThat(explanation(code, CARLA)).contains("Este prazo nunca para", "7 dias corridos");

                assertThat(Site.at(home)
                                .as(CARLA)
                                .get("/tickets/ticket?code=" + code.digits())
                                .body())
                        .contains("Enviar histórico por e-mail");
                assertThat(histories.send(code, people.carla(), Channel.PORTAL)).isEqualTo(CARLA);
                assertThat(mails(code, "HISTORY"))
                        .singleElement()
                        .asString()
                        .contains("Verba da campanha", "Vamos ver.", "Talita", code.toString())
                        .doesNotContain("Só para nós.");
                assertThatThrownBy(() -> histories.send(code, people.carla(), Channel.PORTAL))
                        .isInstanceOf(RuleViolation.class)
                        .hasMessageContaining("again");
                time.until("2026-06-09T11:11");
                histories.send(code, people.carla(), Channel.PORTAL);
                assertThat(mails(code, "HISTORY")).hasSize(2);
                assertThat(tickets.history(code, 200, null, people.carla()).items())
                        .extracting(EventDetails::type)
                        .contains(EventType.HISTORY_SENT);
                assertTheReportOfOnePersonHasItAll(code);
                done(code, "resolvido");
            } finally {
                configuration.changeService(people.admin(), "agencia", settings, JsonValue.EMPTY_JSON_ARRAY);
            }
        });
    }

    private void assertTheReportOfOnePersonHasItAll(TicketCode code) {
        var ordinary = opened(Requests.cx(), people.carla());
        var address = "/reporting/sac?pessoa=" + people.carla().id();
        var talita = Site.at(home).as("talita@guiche.example");
        var page = talita.get(address).body();

        assertThat(page)
                .contains(
                        "Histórico no SAC: " + people.carla().name(),
                        code.toString(),
                        "Verba da campanha",
                        "Vamos ver.",
                        "Prazo da resposta")
                .containsPattern("\\b(1 demanda|\\d+ demandas) em ")
                .doesNotContain("Só para nós.", ordinary.toString(), "???");
        assertThat(talita.get("/tickets/workspace?code=" + code.digits()).body())
                .contains(address);
        assertThat(talita.get("/tickets/workspace?code=" + ordinary.digits()).body())
                .doesNotContain("/reporting/sac");
        for (var somebody : List.of("rafael@guiche.example", CARLA)) {
            assertThat(Site.at(home).as(somebody).get(address).statusCode())
                    .as(somebody)
                    .isEqualTo(403);
        }
        assertThat(talita.get("/reporting/sac?pessoa=999999999").statusCode()).isEqualTo(404);
        done(ordinary, "resolvido");
    }

    @Test
    void withoutSacThereIsNoHistoryByMail() {
        var code = opened(Requests.cx(), people.carla());

        assertThatThrownBy(() -> histories.send(code, people.carla(), Channel.PORTAL))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("not-sac");
        assertThat(Site.at(home)
                        .as(CARLA)
                        .get("/tickets/ticket?code=" + code.digits())
                        .body())
                .doesNotContain("Enviar histórico");
        done(code, "resolvido");
    }

    private void sac(String unit, JsonObject settings) {
        configuration.changeService(
                people.admin(),
                unit,
                Json.createObjectBuilder(settings).add("sac", true).build(),
                JsonValue.EMPTY_JSON_ARRAY);
    }

    private static JsonObject settings(String unit) {
        try (var reader =
                Json.createReader(ExplainIT.class.getResourceAsStream("/org/guiche/units/presets/" + unit + ".json"))) {
            return reader.readObject().getJsonObject("settings");
        }
    }

    /** What the page says, without its frame. */
    private String explanation(TicketCode code, String reader) {
        return Site.at(home)
                .as(reader)
                .get("/tickets/deadlines?code=" + code.digits())
                .body()
                .replaceFirst("(?s).*<article class=\"xp\"", "")
                .replaceFirst("(?s)</article>.*", "");
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

    private void done(TicketCode code, String status) {
        change(code, status, null);
    }

    private static Reply said(String words) {
        return new Reply(words, TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.PORTAL);
    }

    private static Reply note(String words) {
        return new Reply(words, TextFormat.TEXT, true, List.of(), List.of(), null, null, Channel.PORTAL);
    }

    private List<?> mails(TicketCode code, String kind) {
        return em.createNativeQuery("select body from channels_outbox where ticket_id = ?1 and kind = ?2")
                .setParameter(1, code.number())
                .setParameter(2, kind)
                .getResultList();
    }
}
