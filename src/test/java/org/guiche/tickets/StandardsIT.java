package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.guiche.support.People;
import org.guiche.support.Site;
import org.guiche.support.TimeTravel;
import org.guiche.units.Configuration;
import org.guiche.units.Units;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The public page of what is promised: what holds now, nothing internal, and little to fetch again (S0-07, S4-16). */
@ExtendWith(ArquillianExtension.class)
class StandardsIT {

    private static final String PAGE = "/tickets/standards";
    private static final int MOST_BYTES = 64_000;

    @EJB
    Tickets tickets;

    @EJB
    Changes changes;

    @EJB
    Standards standards;

    @EJB
    Measuring measuring;

    @EJB
    Configuration configuration;

    @Inject
    Units units;

    @Inject
    People people;

    @Inject
    TimeTravel time;

    @ArquillianResource
    URL home;

    @Test
    void everybodyReadsWhatEachUnitPromisesAndWhatItsStatusesDo() throws Exception {
        time.from("2026-11-18T10:00", () -> {
            var page = Site.at(home).get(PAGE);

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains(
                            "Vendo, mas com erro",
                            "16 horas úteis",
                            "3 dias úteis",
                            "Só conta o horário de atendimento: seg a sex, das 9h às 17h30.",
                            "Aberto sexta-feira, 20 de novembro, 16h",
                            "solução até ter, 24/11, às 16h30",
                            "Consciência Negra",
                            "Natal",
                            "Damos notícia a cada 48 horas corridas, mesmo que nada tenha mudado.",
                            "Depois de 72 horas úteis (24 h por dia útil) sem mensagem sua, passa sozinho para Resolvido",
                            "Tempo de resposta: em geral, 24 horas úteis.",
                            "horário de Brasília")
                    .doesNotContain("???", "OPEN_HOURS", "ON_HOLD");
            assertThat(page.body().length()).isLessThan(MOST_BYTES);
        });
    }

    @Test
    void nothingInternalIsOnIt() {
        assertThat(Site.at(home).get(PAGE).body())
                .contains("Aguardando resposta")
                .doesNotContain(
                        "Com o time de produto",
                        "Aguardando cliente",
                        "time de produto",
                        "Talita",
                        "Rafael",
                        "Mirante");
    }

    @Test
    void anotherPromiseStandsThereAtOnce() {
        var settings = settings("parceiros");
        try {
            configuration.changeService(people.admin(), "parceiros", settings, levels("PT21H"));
            assertThat(Site.at(home).get(PAGE).body()).contains("21 horas úteis");
        } finally {
            configuration.changeService(people.admin(), "parceiros", settings, JsonValue.EMPTY_JSON_ARRAY);
        }
        assertThat(Site.at(home).get(PAGE).body()).doesNotContain("21 horas úteis");
    }

    @Test
    void whoHasThePageAsItIsGetsNothingAgainUntilAPromiseChanges() {
        var site = Site.at(home);
        var first = site.get(PAGE);
        var tag = first.headers().firstValue("ETag").orElseThrow();

        var again = site.send(site.request(PAGE).header("If-None-Match", tag).GET());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Content-Security-Policy"))
                .as("a kept page keeps its own nonce")
                .isEmpty();
        assertThat(site.get(PAGE).headers().firstValue("Cache-Control")).contains("private, no-cache");

        var settings = settings("parceiros");
        try {
            configuration.changeService(people.admin(), "parceiros", settings, levels("PT22H"));
            assertThat(site.send(site.request(PAGE).header("If-None-Match", tag).GET())
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            configuration.changeService(people.admin(), "parceiros", settings, JsonValue.EMPTY_JSON_ARRAY);
        }
    }

    @Test
    void aUnitWithoutPromisesPublishesWhatWasMeasured() throws Exception {
        time.from("2024-03-04T10:00", () -> {
            var codes = new ArrayList<TicketCode>();
            for (int i = 0; i < Measuring.FEWEST; i++) {
                codes.add(tickets.open(Requests.loja("Medido " + i), people.carla())
                        .code());
            }
            time.jump("2024-03-04T14:00");
            resolved(codes);
            var loja = units.get("loja", people.carla());
            measuring.measure(loja.id());
            configuration.changeService(people.admin(), "loja", settings("loja"), JsonValue.EMPTY_JSON_ARRAY);

            var times = standards.measured(loja).orElseThrow();
            assertThat(Site.at(home).get(PAGE).body())
                    .contains(
                            "metade dos chamados foi resolvida em até "
                                    + times.median().label(),
                            "nos últimos " + times.solved() + " chamados resolvidos");
        });
    }

    private void resolved(List<TicketCode> codes) {
        codes.forEach(code -> changes.changeStatus(
                code, new StatusChange("resolvido", null, null, Channel.PORTAL), people.talita(), null));
    }

    private static JsonArray levels(String resolution) {
        var target = Json.createObjectBuilder().add("amount", resolution).add("clock", "OPEN_HOURS");
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("classification", "erro").add("resolution", target))
                .build();
    }

    private static JsonObject settings(String unit) {
        try (var reader = Json.createReader(
                StandardsIT.class.getResourceAsStream("/org/guiche/units/presets/" + unit + ".json"))) {
            return reader.readObject().getJsonObject("settings");
        }
    }
}
