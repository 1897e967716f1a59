package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.support.People;
import org.guiche.units.Configuration;
import org.guiche.units.Presets;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator changes a unit while tickets are in it: they keep working. */
@ExtendWith(ArquillianExtension.class)
class ChangedUnitIT {

    @EJB
    Configuration configuration;

    @EJB
    Tickets tickets;

    @EJB
    Replies replies;

    @EJB
    Comments comments;

    @EJB
    Changes changes;

    @Inject
    People people;

    private final String unit = "mudada-" + System.nanoTime();

    @BeforeEach
    void addTheUnit() {
        var document = Json.createObjectBuilder(Presets.document("cx"))
                .add("key", unit)
                .add("name", unit)
                .build();
        configuration.addUnit(people.admin(), document);
    }

    @AfterEach
    void closeTheUnit() {
        change(document ->
                Json.createObjectBuilder(document).add("active", false).build());
    }

    @Test
    void aStatusStaysAsLongAsUnfinishedTicketsAreInItAndTheRefusalSaysHowMany() {
        var code = opened();
        answer(code, "pendente");

        assertThatThrownBy(() -> change(document -> without(document, "pendente")))
                .isInstanceOf(RuleViolation.class)
                .satisfies(refusal -> assertThat(said((RuleViolation) refusal))
                        .startsWith("“Pendente” não pode sair: há 1 chamado em andamento nele."));

        change(code, "resolvido");
        change(document -> without(document, "pendente"));
        assertThatThrownBy(() -> change(code, "pendente")).hasMessage("units.status.unknown");
    }

    @Test
    void aTicketKeepsAStatusThatIsOfferedNoMoreAndGoesOnFromIt() {
        var code = opened();
        answer(code, "resolvido");

        change(document -> with(
                without(document, "resolvido"),
                Json.createObjectBuilder()
                        .add("key", "pronto")
                        .add("name", "Pronto")
                        .add("category", "RESOLVED")
                        .build()));

        assertThat(tickets.get(code, people.carla()).status().publicName()).isEqualTo("Resolvido");
        comments.add(code, reply("Voltou."), people.carla());
        assertThat(tickets.get(code, people.carla()).status().key()).isEqualTo("aberto");
    }

    @Test
    void aStatusWithTicketsDoesNotBecomeAnotherThing() {
        var code = opened();
        answer(code, "em-espera");
        assertThat(tickets.get(code, people.talita()).status().key()).isEqualTo("em-espera");

        assertThatThrownBy(() -> change(document -> with(
                        without(document, "em-espera"),
                        Json.createObjectBuilder()
                                .add("key", "em-espera")
                                .add("name", "Em espera")
                                .add("category", "PENDING")
                                .build())))
                .hasMessage("tickets.status.occupied.category");
    }

    @Test
    void aStatusThatComesBackIsWhatItWas() {
        var code = opened();
        answer(code, "resolvido");
        change(document -> with(without(document, "resolvido"), status("pronto", "RESOLVED")));

        assertThatThrownBy(() -> change(document -> with(document, status("resolvido", "OPEN"))))
                .hasMessage("tickets.status.occupied.category");
        change(document -> with(document, status("resolvido", "RESOLVED")));
        assertThat(tickets.get(code, people.carla()).status().name()).isEqualTo("resolvido");
    }

    private static JsonObject status(String key, String category) {
        return Json.createObjectBuilder()
                .add("key", key)
                .add("name", key)
                .add("category", category)
                .build();
    }

    @Test
    void aMessageReopensWhereTheStatusSaysAndIsRefusedInItsWords() {
        change(document -> with(
                with(
                        document,
                        Json.createObjectBuilder()
                                .add("key", "de-novo")
                                .add("name", "De novo")
                                .add("category", "OPEN")
                                .build()),
                rule(document, "resolvido", "reopenTo", "de-novo")));
        var code = opened();
        answer(code, "resolvido");
        comments.add(code, reply("Voltou."), people.carla());
        assertThat(tickets.get(code, people.carla()).status().key()).isEqualTo("de-novo");

        change(document -> with(
                document,
                rule(rule(document, "resolvido", "reply", "REFUSE"), "refusal", "Já terminamos este. Abra outro.")));
        answer(code, "resolvido");
        assertThatThrownBy(() -> comments.add(code, reply("Voltou."), people.carla()))
                .isInstanceOf(RuleViolation.class)
                .satisfies(refusal ->
                        assertThat(said((RuleViolation) refusal)).isEqualTo("Já terminamos este. Abra outro."));
    }

    private static String said(RuleViolation refusal) {
        return Texts.get(refusal.key(), refusal.args());
    }

    private TicketCode opened() {
        var like = Requests.loja("Mudança no meio");
        return tickets.open(
                        new OpenTicket(
                                unit,
                                like.subject(),
                                Map.of(),
                                like.description(),
                                like.format(),
                                Map.of("assunto", "outro"),
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                null,
                                List.of(),
                                Channel.PORTAL,
                                null),
                        people.carla())
                .code();
    }

    private void answer(TicketCode code, String then) {
        replies.add(
                code,
                new Reply(
                        "Vamos ver.", TextFormat.TEXT, false, List.of(), List.of(), then, reason(then), Channel.PORTAL),
                people.talita(),
                null);
    }

    private static @Nullable String reason(String status) {
        return status.equals("em-espera") ? "ti" : null;
    }

    private void change(TicketCode code, String status) {
        changes.changeStatus(code, new StatusChange(status, null, "Feito.", Channel.PORTAL), people.talita(), null);
    }

    private static Reply reply(String words) {
        return new Reply(words, TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.PORTAL);
    }

    private void change(UnaryOperator<JsonObject> how) {
        var revision = configuration.revision(unit);
        configuration.change(people.admin(), unit, how.apply(configuration.document(unit)), revision);
    }

    private static JsonObject without(JsonObject document, String key) {
        var list = Json.createArrayBuilder();
        for (var status : document.getJsonArray("statuses").getValuesAs(JsonObject.class)) {
            if (!status.getString("key").equals(key)) {
                list.add(
                        leadsTo(status, key)
                                ? Json.createObjectBuilder(status)
                                        .remove("auto")
                                        .build()
                                : status);
            }
        }
        return Json.createObjectBuilder(document).add("statuses", list).build();
    }

    private static boolean leadsTo(JsonObject status, String key) {
        return status.getOrDefault("auto", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .getString("goTo", "")
                .equals(key);
    }

    /** With that status in the place of the one of its key, or after the others. */
    private static JsonObject with(JsonObject document, JsonObject status) {
        var list = Json.createArrayBuilder();
        var isThere = false;
        for (var one : document.getJsonArray("statuses").getValuesAs(JsonObject.class)) {
            var same = one.getString("key").equals(status.getString("key"));
            list.add(same ? status : one);
            isThere |= same;
        }
        if (!isThere) {
            list.add(status);
        }
        return Json.createObjectBuilder(document).add("statuses", list).build();
    }

    private static JsonObject rule(JsonObject document, String key, String rule, String value) {
        return document.getJsonArray("statuses").getValuesAs(JsonObject.class).stream()
                .filter(status -> status.getString("key").equals(key))
                .map(status -> rule(status, rule, value))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject rule(JsonObject status, String rule, String value) {
        return Json.createObjectBuilder(status).add(rule, value).build();
    }
}
