package org.guiche.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.guiche.support.Api;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups are walls: what is on the other side does not exist, and nothing tells it from what never existed (S0-27 to S0-29, SECURITY 5). */
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

    /** A ticket with a word that nobody else uses. */
    private record Secret(String code, String word) {}

    private Secret secretOf(String owner) {
        var api = as(owner);
        var word = "segredo" + UUID.randomUUID().toString().substring(0, 8);
        var company = Api.json(api.get("companies"))
                .getJsonArray("items")
                .getJsonObject(0)
                .getInt("id");
        var opened = api.post(
                "tickets",
                "{'unit':'loja','subject':'" + word
                        + "','description':'O frete não soma.','answers':{'pedido':'88121'}," + "'onBehalfOf':"
                        + company + "}");
        return new Secret(Api.json(opened).getString("code"), word);
    }

    /** Nor does what is wrong with a request tell it; what is right is in {@code matrix.AccessMatrixIT}, searches in {@code SilenceIT}. */
    @ParameterizedTest(name = "{0}''s ticket and {1}")
    @CsvSource({
        "marina, joana", // the client's manager does not see what its partner asks
        "joana, marina", // nor the reverse
        "joana, bruno", // the same company: a requester sees the own tickets only
    })
    void aTicketOnTheOtherSideDoesNotExist(String owner, String other) {
        var secret = secretOf(owner);
        var api = as(other);

        assertThat(calls(api, secret.code())).zipSatisfy(calls(api, NEVER), (answer, never) -> {
            assertThat(answer.statusCode()).as(answer.request().toString()).isEqualTo(404);
            assertThat(never.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(never.body());
        });
        assertThat(api.get("tickets?q=" + secret.code()).body()).doesNotContain(secret.word());
    }

    private static List<HttpResponse<String>> calls(Api api, String code) {
        var ticket = "tickets/" + code;
        return List.of(
                api.post(ticket + "/messages", "{'body':'Oi','visibility':'internal'}", "If-Match", "\"1\""),
                api.post(ticket + "/status", "{'status':'nada'}"),
                api.post(ticket + "/merge", "{'into':'1'}"),
                api.post(ticket + "/split", "{'messages':[1]}"),
                api.post(ticket + "/follow-up", "{'body':'Oi'}", "If-Match", "\"77\""),
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

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"joana, carla", "carla, bruno", "joana, marina"
    }) // managers, and who is of another company or of a partner
    void whoIsOfAnotherCompanyDoesNotExistForAManager(String manager, String other) {
        var id = Api.json(as(other).get("me")).getJsonNumber("id").longValue();
        var api = as(manager);

        assertThat(people(api, id)).zipSatisfy(people(api, 999_999_999), (answer, never) -> {
            assertThat(answer.statusCode()).as(answer.request().toString()).isEqualTo(404);
            assertThat(never.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(never.body());
        });
        assertThat(api.get("users?limit=200").body()).doesNotContain(other + "@");
        assertThat(api.get("users?q=" + other).body()).doesNotContain(other + "@");
    }

    private static List<HttpResponse<String>> people(Api api, long id) {
        return List.of(
                api.call("PATCH", "users/" + id, "{'roles':['ADMINISTRATOR']}"),
                api.call("PATCH", "users/" + id, "{'active':false}", "If-Match", "\"77\""),
                api.post("users", "{'name':'Ana','email':'ana@muros.example','company':" + (id + 900_000_000) + "}"));
    }

    /** A requester, a manager, a partner: in no list, search or refusal of the calls about companies is anybody else's. */
    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "bruno, Vinícola Serra Alta",
        "joana, Loja Araçá",
        "carla, Casa Jatobá",
        "marina, Pousada Maré",
        "paulo, Empório Caiçara"
    })
    void aCompanyOnTheOtherSideDoesNotExist(String who, String company) {
        var admin = Api.at(home).as("admin@guiche.example");
        var found = Api.json(admin.get("companies?q=" + URLEncoder.encode(company, StandardCharsets.UTF_8)))
                .getJsonArray("items")
                .getJsonObject(0);
        var api = as(who);

        var late = api.call("PATCH", "companies/" + found.getInt("id"), "{'active':false}", "If-Match", "\"1\"");
        assertThat(late.statusCode()).isEqualTo(404);
        var words = URLEncoder.encode(company.substring(0, 4), StandardCharsets.UTF_8);
        for (var list : List.of("", "?q=" + words, "?active=false", "?active=true&limit=200")) {
            assertThat(api.get("companies" + list).body()).doesNotContain(company, found.getString("cnpj"));
        }
        assertThat(api.post("companies", "{'name':'x','cnpj':'" + found.getString("cnpj") + "'}")
                        .body())
                .as("whether somebody has it is not told")
                .isEqualTo(api.post("companies", "{'name':'x','cnpj':'44038188000132'}")
                        .body());
    }
}
