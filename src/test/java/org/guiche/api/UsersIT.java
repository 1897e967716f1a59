package org.guiche.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.guiche.support.Api;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People over the API and in lists: masked, versioned, and nothing of them is stored that no field names (SECURITY 9). */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UsersIT {

    private static final String CPF = "73041528690";

    @ArquillianResource
    URL home;

    private Api admin() {
        return Api.at(home).as("admin@guiche.example");
    }

    private Api joana() {
        return Api.at(home).as("joana@jatoba.example");
    }

    private static String email() {
        return UUID.randomUUID() + "@pessoas.example";
    }

    private static JsonObject created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer);
    }

    private JsonObject invited(String more) {
        return created(admin().post("users", "{'name':'Ana Lima','email':'" + email() + "'" + more + "}"));
    }

    private int company(String name) {
        return Api.json(admin().get("companies?limit=200")).getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.getString("name").equals(name))
                .map(item -> item.getInt("id"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoIsInvitedIsAnsweredMaskedAndWithItsVersion() {
        var answer = admin().post(
                        "users",
                        "{'name':' Ana Lima ','email':'" + email() + "','cpf':'" + CPF
                                + "','phone':'(31) 98765-4321','roles':['AGENT_N1'],'company':"
                                + company("Casa Jatobá") + "}");
        var ana = created(answer);

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/users/" + ana.getInt("id"));
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"" + ana.getInt("version") + "\"");
        assertThat(ana.getString("name")).isEqualTo("Ana Lima");
        assertThat(ana.getString("cpf")).isEqualTo("***." + CPF.substring(3, 6) + "." + CPF.substring(6, 9) + "-**");
        assertThat(ana.getString("phone")).isEqualTo("+5531987654321");
        assertThat(ana.getJsonArray("roles").getString(0)).isEqualTo("AGENT_N1");
        assertThat(ana.getJsonArray("companies").getJsonObject(0).getString("name"))
                .isEqualTo("Casa Jatobá");
        assertThat(ana.getBoolean("active") && ana.getBoolean("invited")).isTrue();
        var one = admin().get("users/" + ana.getInt("id"));
        assertThat(Api.json(one)).isEqualTo(ana);
        for (var shown : new String[] {
            answer.body(),
            one.body(),
            admin().get("users?q=" + ana.getString("email")).body(),
            Site.at(home)
                    .as("admin@guiche.example")
                    .get("/accounts/people?q=Ana&person=" + ana.getInt("id"))
                    .body(),
            Site.at(home).as("joana@jatoba.example").get("/accounts/contacts").body()
        }) {
            assertThat(shown).doesNotContain(CPF, "730.415.286-90");
        }
    }

    @Test
    void aPageOfPeopleHoldsMaskedCpfsOnly() {
        var list = admin().get("users?limit=200&active=true&q=helena").body();
        var page = Site.at(home)
                .as("admin@guiche.example")
                .get("/accounts/people?q=helena")
                .body();

        assertThat(list).contains("***.533.447-**");
        assertThat(page).contains("***.533.447-**", "Helena Prado");
        assertThat(list + page).doesNotContainPattern("\\d{3}\\.?\\d{3}\\.?\\d{3}-\\d{2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'id':1",
                "'version':99",
                "'password':'senha que ninguém tem'",
                "'passwordHash':'$x'",
                "'password_hash':'$x'",
                "'sessionEpoch':7",
                "'createdAt':'2001-01-01T00:00:00Z'",
                "'created_at':'2001-01-01T00:00:00Z'",
                "'invited':false",
                "'memberships':[{'groupId':1,'wholeGroup':true}]",
                "'companies':[{'id':1,'manager':true}]",
                "'manager':true",
                "'groups':[1]",
                "'theme':'DARK'",
                "'active':false"
            })
    void whatNoFieldNamesIsNeverStored(String member) {
        var plain = invited("");
        var more = invited("," + member);

        for (var field : plain.keySet()) {
            if (!field.equals("id") && !field.equals("email") && !field.equals("createdAt")) {
                assertThat(more.get(field)).as(field).isEqualTo(plain.get(field));
            }
        }
        assertThat(more.getInt("id")).isGreaterThan(plain.getInt("id"));
        assertThat(more.getString("createdAt")).doesNotStartWith("2001");
        if (!member.contains("active")) {
            var changed = admin().call("PATCH", "users/" + more.getInt("id"), "{" + member + "}");
            assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
            assertThat(Api.json(changed)).isEqualTo(more);
        }
    }

    @Test
    void theVersionDecidesWhoIsLate() {
        var ana = invited("");
        var path = "users/" + ana.getInt("id");
        var tag = "\"" + ana.getInt("version") + "\"";
        var first = admin().call("PATCH", path, "{'name':'Ana Souza','socialName':'Bia'}", "If-Match", tag);
        var late = admin().call("PATCH", path, "{'name':'Ana Rocha'}", "If-Match", tag);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(Api.json(admin().get(path)).getString("name")).isEqualTo("Ana Souza");
        var without = Api.json(admin().call("PATCH", path, "{'socialName':''}"));
        assertThat(without.isNull("socialName")).isTrue();
    }

    @Test
    void rolesAloneMakeAnotherVersionToo() {
        var ana = invited("");
        var changed = Api.json(admin().call("PATCH", "users/" + ana.getInt("id"), "{'roles':['SUPERVISOR']}"));

        assertThat(changed.getInt("version")).isGreaterThan(ana.getInt("version"));
        assertThat(changed.getJsonArray("roles").getString(0)).isEqualTo("SUPERVISOR");
        admin().call("PATCH", "users/" + ana.getInt("id"), "{'roles':[]}");
    }

    @ParameterizedTest
    @CsvSource({"q=11223344517", "role=CHEFE", "active=talvez", "company=abc"})
    void filtersThatAreNoneAreRefusedAndACpfStandsInNoAddress(String filter) {
        var answer = admin().get("users?" + filter);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(Api.json(answer).getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo(filter.replaceFirst("=.*", ""));
    }

    @Test
    void filtersFindWhoIsAskedFor() {
        var jatoba = company("Casa Jatobá");

        assertThat(admin().get("users?company=" + jatoba + "&q=bruno").body()).contains("bruno@jatoba.example");
        assertThat(admin().get("users?company=" + jatoba + "&q=carla").body()).doesNotContain("carla@araca.example");
        assertThat(admin().get("users?role=supervisor").body())
                .contains("talita@guiche.example")
                .doesNotContain("rafael@guiche.example");
        var ana = invited(",'company':" + jatoba);
        admin().call("PATCH", "users/" + ana.getInt("id"), "{'active':false}");
        assertThat(admin().get("users?active=false&q=" + ana.getString("email")).body())
                .contains(ana.getString("email"));
        assertThat(admin().get("users?active=true&q=" + ana.getString("email")).body())
                .doesNotContain(ana.getString("email"));
    }

    @Test
    void aManagerSeesNeitherRolesNorOtherCompaniesNorTheNameOnTheDocuments() {
        var jatoba = company("Casa Jatobá");
        var ana = invited(",'company':" + jatoba);
        admin().call("PATCH", "users/" + ana.getInt("id"), "{'socialName':'Bia Melo','roles':['AGENT_N1']}");

        var seen = Api.json(joana().get("users/" + ana.getInt("id")));

        assertThat(seen.getString("name")).isEqualTo("Bia Melo");
        assertThat(seen.isNull("socialName")).isTrue();
        assertThat(seen.getJsonArray("roles")).isEmpty();
        assertThat(joana().get("users?q=bia").body()).contains("Bia Melo").doesNotContain("AGENT_N1");
        admin().call("PATCH", "users/" + ana.getInt("id"), "{'roles':[]}");
    }

    @Test
    void theSameInvitationSentTwiceInvitesOnce() {
        var key = UUID.randomUUID().toString();
        var body = "{'name':'Ana Lima','email':'" + email() + "'}";
        var first = created(admin().post("users", body, "Idempotency-Key", key));
        var again = created(admin().post("users", body, "Idempotency-Key", key));

        assertThat(again).isEqualTo(first);
    }
}
