package org.guiche.api;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.guiche.support.Api;
import org.guiche.support.Samples;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups are walls: what is on the other side does not exist, and nothing tells it from what never existed (S0-27 to S0-29). */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WallsIT {

    private static final String NEVER = "999999999";

    @ArquillianResource
    URL home;

    private Api as(String name) {
        return Api.at(home)
                .as(
                        switch (name) {
                            case "marina" -> "marina@mirante.example";
                            case "paulo" -> "paulo@aroeira.example";
                            case "carla" -> "carla@araca.example";
                            default -> name + "@jatoba.example";
                        });
    }

    /** A ticket with a file and with words that nobody else uses. */
    private record Secret(String code, String file, String word) {}

    private Secret secretOf(String owner) {
        var api = as(owner);
        var word = "segredo" + UUID.randomUUID().toString().substring(0, 8);
        var file = Api.json(api.upload("tela.png", Samples.png())).getString("uploadId");
        var company = Api.json(api.get("companies"))
                .getJsonArray("items")
                .getJsonObject(0)
                .getInt("id");
        var opened = api.post(
                "tickets",
                "{'unit':'loja','subject':'" + word
                        + "','description':'O frete não soma.','answers':{'pedido':'88121'}," + "'onBehalfOf':"
                        + company + ",'attachments':['" + file + "']}");
        return new Secret(Api.json(opened).getString("code"), file, word);
    }

    @ParameterizedTest(name = "{0}''s ticket and {1}")
    @CsvSource({
        "marina, joana", // the client's manager does not see what its partner asks
        "joana, marina", // nor the reverse
        "bruno, carla",
        "bruno, paulo",
        "carla, bruno",
        "marina, paulo",
        "joana, bruno", // the same company: a requester sees the own tickets only
    })
    void aTicketOnTheOtherSideDoesNotExist(String owner, String other) {
        var secret = secretOf(owner);
        var api = as(other);

        assertThat(calls(api, secret.code())).zipSatisfy(calls(api, NEVER), (answer, never) -> {
            assertThat(answer.statusCode()).as(answer.request().toString()).isEqualTo(404);
            assertThat(never.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(never.body());
            assertThat(headers(answer)).isEqualTo(headers(never));
        });
        assertThat(api.get("attachments/" + secret.file()).body())
                .isEqualTo(api.get("attachments/" + UUID.randomUUID()).body())
                .doesNotContain("tela");
        assertThat(api.get("tickets?q=" + secret.word()).body()).doesNotContain(secret.code());
        assertThat(api.get("tickets?q=" + secret.code()).body()).doesNotContain(secret.word());
        assertThat(as(owner).get("tickets?q=" + secret.word()).body()).contains(secret.code());
    }

    /** Without what the connection says of itself: it is closed after so many answers, whatever they are (RFC 9110, 7.6.1). */
    private static Set<String> headers(HttpResponse<String> answer) {
        return answer.headers().map().keySet().stream()
                .filter(name -> !name.equals("connection"))
                .collect(toSet());
    }

    private static List<HttpResponse<String>> calls(Api api, String code) {
        var ticket = "tickets/" + code;
        return List.of(
                api.get(ticket),
                api.get(ticket + "/events"),
                api.get(ticket + "/messages"),
                api.get(ticket + "/deadlines"),
                api.post(ticket + "/messages", "{'body':'Oi'}"),
                api.post(ticket + "/messages", "{'body':'Oi','visibility':'internal'}", "If-Match", "\"1\""),
                api.post(ticket + "/status", "{'status':'resolvido'}"),
                api.post(ticket + "/status", "{'status':'nada'}"),
                api.post(ticket + "/assignment", "{'assignee':'me'}"),
                api.post(ticket + "/merge", "{'into':'1'}"),
                api.call("DELETE", ticket + "/merge", ""),
                api.post(ticket + "/split", "{'messages':[1]}"),
                api.post(ticket + "/follow-up", "{'body':'Oi'}", "If-Match", "\"77\""),
                api.post(ticket + "/identity", "{'proof':'CALL_BACK'}"),
                api.get(ticket + "/links"),
                api.post(ticket + "/links", "{'kind':'RELATED','ticket':'1'}"),
                api.call("DELETE", ticket + "/links/RELATED/1", ""),
                api.call("PATCH", ticket, "{'subject':'x'}"),
                api.call("PATCH", ticket, "{'answers':{'pedido':'1'}}", "If-Match", "\"77\""));
    }

    @ParameterizedTest(name = "{0}''s ticket and {1}''s")
    @CsvSource({"marina, joana", "bruno, marina", "bruno, carla"})
    void ticketsOfTwoGroupsAreNotMergedAndALinkBetweenThemIsNobodysBusiness(String owner, String other) {
        var talita = Api.at(home).as("talita@guiche.example");
        var one = secretOf(owner);
        var two = secretOf(other);

        var merge = talita.post("tickets/" + one.code() + "/merge", "{'into':'" + two.code() + "'}");
        assertThat(merge.statusCode()).as(merge.body()).isEqualTo(422);
        var link = talita.post("tickets/" + one.code() + "/links", "{'kind':'RELATED','ticket':'" + two.code() + "'}");
        assertThat(link.statusCode()).as(link.body()).isEqualTo(201);
        assertThat(talita.get("tickets/" + two.code() + "/links").body()).contains(one.code(), one.word());
        for (var address : List.of("", "/links", "/events", "/messages", "/deadlines")) {
            assertThat(as(owner).get("tickets/" + one.code() + address).body()).doesNotContain(two.code(), two.word());
            assertThat(as(other).get("tickets/" + two.code() + address).body()).doesNotContain(one.code(), one.word());
        }
    }

    @Test
    void nobodyAttachesAFileOfSomebodyElse() {
        var file = Api.json(as("carla").upload("tela.png", Samples.png())).getString("uploadId");
        var answer = as("bruno")
                .post(
                        "tickets",
                        "{'unit':'loja','subject':'Alheio','description':'x','answers':{'pedido':'1'},'attachments':['"
                                + file + "']}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(as("bruno").get("tickets?q=Alheio").body()).doesNotContain("Alheio");
    }
}
