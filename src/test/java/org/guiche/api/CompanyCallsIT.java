package org.guiche.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.guiche.support.Api;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program keeps the companies, their services and projects, as an administrator does on the pages. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CompanyCallsIT {

    private static final String ALL_THERE_IS =
            "'id':1,'groupId':1,'group_id':1,'version':77,'active':false,'createdAt':'2020-01-01'";

    private final String mark = "a" + UUID.randomUUID().toString().substring(0, 8);

    @ArquillianResource
    URL home;

    private Api admin;

    @BeforeEach
    void signIn() {
        admin = Api.at(home).as("admin@guiche.example");
    }

    private JsonObject added(String place, String body) {
        var answer = admin.post(place, body.replace("(m)", mark));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer);
    }

    private JsonObject changed(String place, String body, String... headers) {
        var answer = admin.call("PATCH", place, body.replace("(m)", mark), headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag"))
                .hasValue("\"" + Api.json(answer).getInt("version") + "\"");
        return Api.json(answer);
    }

    private void isRefused(HttpResponse<String> answer, int status, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Api.json(answer).getJsonArray("errors"))
                .as(answer.body())
                .anySatisfy(error ->
                        assertThat(error.asJsonObject().getString("field")).isEqualTo(field));
    }

    @Test
    void aCompanyIsAddedFoundChangedAndClosed() {
        var company = added("companies", "{'name':' Casa (m) ','cnpj':'','domains':['@(m).COM.br']}");
        var place = "companies/" + company.getInt("id");
        assertThat(company.getString("name")).isEqualTo("Casa " + mark);
        assertThat(company.isNull("cnpj")).isTrue();
        assertThat(company.getJsonArray("domains")).hasToString("[\"" + mark + ".com.br\"]");

        var changed = changed(place, "{'address':'Rua A, 1'}", "If-Match", "\"1\"");
        assertThat(changed.getString("address")).isEqualTo("Rua A, 1");
        assertThat(changed.getString("name")).as("what is not said stays").isEqualTo("Casa " + mark);
        assertThat(admin.call("PATCH", place, "{'name':'x'}", "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(412);
        changed(place, "{'active':false,'address':''}");

        assertThat(Api.json(admin.get(place)).getBoolean("active")).isFalse();
        assertThat(Api.json(admin.get(place)).isNull("address")).isTrue();
        assertThat(admin.get("companies?q=" + mark).body()).contains("Casa " + mark);
        assertThat(admin.get("companies?active=false&q=" + mark).body()).contains("Casa " + mark);
        assertThat(admin.get("companies?active=true&q=" + mark).body()).doesNotContain(mark);
        assertThat(Api.at(home)
                        .as("talita@guiche.example")
                        .get("companies?active=false&q=" + mark)
                        .body())
                .doesNotContain(mark);
    }

    @Test
    void theListGoesOnWhereItStopped() {
        for (int i = 0; i < 5; i++) {
            added("companies", "{'name':'Lista (m)'}");
        }
        var first = Api.json(admin.get("companies?limit=3&q=" + mark));
        var second = Api.json(admin.get("companies?limit=3&q=" + mark + "&cursor=" + first.getString("next")));

        assertThat(first.getJsonArray("items")).hasSize(3);
        assertThat(second.getJsonArray("items")).hasSize(2).doesNotContainAnyElementsOf(first.getJsonArray("items"));
        assertThat(second.isNull("next")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"active=talvez", "q=%00", "cursor=-1", "cursor=MQ"})
    void whatTheListDoesNotUnderstandIsRefused(String query) {
        assertThat(admin.get("companies?" + query).statusCode()).isEqualTo(422);
    }

    @Test
    void servicesAndProjectsAreKept() {
        var place = "companies/" + added("companies", "{'name':'Partes (m)'}").getInt("id");
        var service = added(place + "/services", "{'name':'Hub'}");
        var ended = changed(place + "/services/" + service.getInt("id"), "{'ended':true}", "If-Match", "\"1\"");
        assertThat(ended.isNull("endedAt")).isFalse();
        assertThat(changed(place + "/services/" + service.getInt("id"), "{'ended':false,'name':'Hub 2'}")
                        .getInt("version"))
                .isEqualTo(4);
        isRefused(admin.post(place + "/services", "{'name':'hub 2'}"), 422, "name");
        var project = added(place + "/projects", "{'name':'Portal','concludedOn':'2025-02-28'}");
        assertThat(project.isNull("partner")).isTrue();
        var again = changed(place + "/projects/" + project.getInt("id"), "{'concludedOn':null}");
        assertThat(again.isNull("concludedOn")).isTrue();
        assertThat(Api.json(admin.get(place + "/projects")).getJsonArray("items"))
                .containsExactly(again);
        assertThat(Api.json(admin.get(place + "/services")).getJsonArray("items"))
                .hasSize(1);
    }

    /** SECURITY 11. */
    @Test
    void whatNobodyAskedForCountsForNothing() {
        var company = added("companies", "{'name':'Massa (m)'," + ALL_THERE_IS + "}");
        assertThat(company.getInt("id")).isNotEqualTo(1);
        assertThat(company.getInt("version")).isEqualTo(1);
        assertThat(company.getBoolean("active")).isTrue();
        var place = "companies/" + company.getInt("id");
        assertThat(changed(place, "{'id':1,'groupId':1,'version':77}")).isEqualTo(company);

        var service = added(
                place + "/services",
                "{'name':'S','endedAt':'2020-01-01T00:00:00Z','companyId':1," + ALL_THERE_IS + "}");
        assertThat(service.isNull("endedAt")).isTrue();
        assertThat(service.getInt("version")).isEqualTo(1);
        var project = added(place + "/projects", "{'name':'P','companyId':1," + ALL_THERE_IS + "}");
        assertThat(changed(place + "/projects/" + project.getInt("id"), "{'companyId':1,'version':9}"))
                .isEqualTo(project);
        assertThat(Api.json(admin.get("companies?q=" + mark)).getJsonArray("items"))
                .hasSize(1);
    }

    /** SECURITY 2. */
    @Test
    void foreignIdsAreRefusedAndNothingIsWritten() {
        var one = "companies/" + added("companies", "{'name':'Uma (m)'}").getInt("id");
        var other = "companies/" + added("companies", "{'name':'Outra (m)'}").getInt("id");
        var service = added(other + "/services", "{'name':'Hub'}").getInt("id");
        var project = added(other + "/projects", "{'name':'Portal'}").getInt("id");

        assertThat(admin.call("PATCH", one + "/services/" + service, "{'name':'Meu'}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(admin.call("PATCH", one + "/projects/" + project, "{'name':'Meu'}")
                        .statusCode())
                .isEqualTo(404);
        for (var partner : new String[] {"999999999", "-1", "0", "9007199254740991"}) {
            isRefused(admin.post(other + "/projects", "{'name':'X','partner':" + partner + "}"), 422, "partner");
            isRefused(
                    admin.call("PATCH", other + "/projects/" + project, "{'partner':" + partner + "}"), 422, "partner");
        }
        for (var nothing : new String[] {"0", "-1", "x", "99999999999999999999", "1e3"}) {
            assertThat(admin.get("companies/" + nothing).statusCode()).isEqualTo(404);
            assertThat(admin.post("companies/" + nothing + "/services", "{'name':'x'}")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(Api.json(admin.get(one + "/services")).getJsonArray("items")).isEmpty();
        assertThat(Api.json(admin.get(other + "/projects")).getJsonArray("items"))
                .hasSize(1);
        assertThat(admin.get(other + "/services").body()).contains("Hub").doesNotContain("Meu");
    }

    @Test
    void whatIsWrongIsRefusedBesideItsField() {
        var place = "companies/"
                + added("companies", "{'name':'Errada (m)','domains':['(m).net']}")
                        .getInt("id");

        isRefused(admin.post("companies", "{'name':' '}"), 422, "name");
        isRefused(admin.post("companies", "{}"), 422, "name");
        isRefused(admin.post("companies", "{'name':'x','cnpj':'12345678000100'}"), 422, "cnpj");
        isRefused(admin.post("companies", "{'name':'x','cnpj':12345678000100}"), 422, "cnpj");
        isRefused(admin.post("companies", "{'name':'x','domains':['gmail.com']}"), 422, "domains");
        isRefused(admin.post("companies", "{'name':'x','domains':['" + mark + ".net']}"), 422, "domains");
        isRefused(admin.post("companies", "{'name':'x','address':'a\\nb'}"), 422, "address");
        isRefused(admin.call("PATCH", place, "{'active':'sim'}"), 422, "active");
        isRefused(admin.post(place + "/projects", "{'name':'x','concludedOn':'2999-01-01'}"), 422, "concludedOn");
        isRefused(admin.post(place + "/projects", "{'name':'x','concludedOn':'ontem'}"), 422, "concludedOn");
        isRefused(admin.post(place + "/projects", "{'name':'x','concludedOn':'-4800-01-01'}"), 422, "concludedOn");
        isRefused(
                admin.call(
                        "PATCH",
                        place + "/projects/"
                                + added(place + "/projects", "{'name':'y'}").getInt("id"),
                        "{'partner':'eu'}"),
                422,
                "partner");
    }
}
