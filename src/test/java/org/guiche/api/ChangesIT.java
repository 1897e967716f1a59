package org.guiche.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import org.guiche.support.Api;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the staff changes of a ticket stays changed, is told in its history, and moves what depends on it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ChangesIT {

    @ArquillianResource
    URL home;

    private Api talita;
    private Api marina;
    private String ticket;

    @BeforeEach
    void open() {
        talita = Api.at(home).as("talita@guiche.example");
        marina = Api.at(home).as("marina@mirante.example");
        var client = Api.json(marina.get("companies")).getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.getString("name").equals("Casa Jatobá"))
                .findFirst()
                .orElseThrow();
        var opened = marina.post(
                "tickets",
                "{'unit':'parceiros','subjectParts':{'titulo':'Cupom não aplica'},'description':'O cupom não aplica.',"
                        + "'answers':{'tipo':'erro','produto':'ECOMMERCE','modulo':'Marketing › Cupons'},"
                        + "'classification':'erro','onBehalfOf':" + client.getInt("id") + "}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        ticket = "tickets/" + Api.json(opened).getString("code");
    }

    private JsonObject changed(String change) {
        var answer = talita.call("PATCH", ticket, change);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var kept = Api.json(talita.get(ticket));
        assertThat(Api.json(answer)).as("what was answered is what was kept").isEqualTo(kept);
        return kept;
    }

    @Test
    void subjectCopiesAndTagsStay() {
        assertThat(changed("{'subject':'Cupom PRIMEIRA10'}").getString("subject"))
                .isEqualTo("Cupom PRIMEIRA10");
        assertThat(texts(changed("{'cc':['Financeiro@Jatoba.example']}"), "cc"))
                .containsExactly("financeiro@jatoba.example");
        assertThat(texts(changed("{'tags':['cupom','cupom',' frete ']}"), "tags"))
                .containsExactly("cupom", "frete");
        assertThat(Api.json(marina.get(ticket)).getJsonArray("tags"))
                .as("for the staff only")
                .isEmpty();
        assertThat(events()).contains("SUBJECT_CHANGED", "CC_CHANGED", "TAGS_CHANGED");
    }

    @Test
    void answersChangeOneByOneByTheRulesOfTheForm() {
        var answers = changed("{'answers':{'modulo':'Marketing › Promoções'}}").getJsonObject("answers");
        assertThat(answers.getString("modulo")).isEqualTo("Marketing › Promoções");
        assertThat(answers.getString("tipo")).isEqualTo("erro");

        var refused = talita.call("PATCH", ticket, "{'answers':{'modulo':'Nada disso'}}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("answers.modulo");
        assertThat(talita.call("PATCH", ticket, "{'answers':{'nada':'x'}}").statusCode())
                .isEqualTo(422);
        assertThat(events()).containsOnlyOnce("ANSWERS_CHANGED");
    }

    @Test
    void whoSaysSomethingLearnsTheVersionThatTheTicketHasSince() {
        var said = marina.post(ticket + "/messages", "{'body':'Alguma novidade?'}");
        var note =
                talita.post(ticket + "/messages", "{'body':'Vejo já.','visibility':'internal'}", "If-Match", tag(said));
        var answer = talita.post(
                ticket + "/messages", "{'body':'Resolvido.','thenStatus':'resolvido'}", "If-Match", tag(note));

        assertThat(List.of(said.statusCode(), note.statusCode(), answer.statusCode()))
                .containsOnly(201);
        assertThat(tag(answer)).isEqualTo(tag(talita.get(ticket))).isNotEqualTo(tag(said));
        assertThat(talita.call("PATCH", ticket, "{'tags':['x']}", "If-Match", tag(said))
                        .statusCode())
                .isEqualTo(412);
        assertThat(talita.call("PATCH", ticket, "{'tags':['x']}", "If-Match", tag(answer))
                        .statusCode())
                .isEqualTo(200);
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void anotherClassificationBringsItsPriorityAndDeadlines() {
        var before = Api.json(talita.get(ticket));
        var after = changed("{'classification':'fora-do-ar'}");

        assertThat(after.getString("classification")).isEqualTo("fora-do-ar");
        assertThat(after.getString("priority")).isEqualTo("URGENT");
        assertThat(after.getJsonObject("deadlines")).isNotEqualTo(before.getJsonObject("deadlines"));
        assertThat(changed("{'priority':'LOW'}").getString("priority")).isEqualTo("LOW");
    }

    @Test
    void anotherSectorTakesItOverWithNobodyOnIt() {
        talita.post(ticket + "/assignment", "{'assignee':'me'}");
        var moved = changed("{'sector':'produto'}");

        assertThat(moved.getJsonObject("sector").getString("key")).isEqualTo("produto");
        assertThat(moved.isNull("assignee")).isTrue();
        assertThat(Api.json(talita.get("sectors/produto/queue?limit=200")).getJsonArray("items").stream()
                        .map(item -> "tickets/" + item.asJsonObject().getString("code")))
                .contains(ticket);
    }

    @Test
    void aWaitSaysWhyInTheHistoryAlsoWhenOnlyThatIsAnother() {
        talita.post(ticket + "/status", "{'status':'em-espera','reason':'correcao'}");
        talita.post(ticket + "/status", "{'status':'em-espera','reason':'outro-setor','note':'Falei com o Produto.'}");

        assertThat(Api.json(talita.get(ticket + "/events")).getJsonArray("items").stream()
                        .map(JsonValue::asJsonObject)
                        .filter(event -> event.getString("type").equals("STATUS_CHANGED"))
                        .map(event -> event.getString("reason", "nenhum")))
                .containsExactly("correcao", "outro-setor");
        assertThat(events()).containsOnlyOnce("NOTE_ADDED");
        assertThat(Site.at(home)
                        .as("marina@mirante.example")
                        .get("/tickets/ticket?code=" + ticket.substring("tickets/".length()))
                        .body())
                .contains("(aplicando correção)", "o motivo agora é “aguardando outro setor”")
                .doesNotContain("Falei com o Produto.");
    }

    @Test
    void oneFieldAtFaultLeavesAllAsItWas() {
        var before = Api.json(talita.get(ticket));
        var refused = talita.call("PATCH", ticket, "{'subject':'Outro','tags':['x'],'classification':'nada'}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Api.json(talita.get(ticket))).isEqualTo(before);
    }

    private static List<String> texts(JsonObject holder, String name) {
        return holder.getJsonArray(name).getValuesAs(JsonString::getString);
    }

    private List<String> events() {
        return Api.json(talita.get(ticket + "/events")).getJsonArray("items").stream()
                .map(event -> event.asJsonObject().getString("type"))
                .toList();
    }
}
