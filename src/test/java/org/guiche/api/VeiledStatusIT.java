package org.guiche.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.guiche.support.Api;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A status that waits behind another name is open for all who look from outside, whatever they ask the API (ADR 19). */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class VeiledStatusIT {

    @ArquillianResource
    URL home;

    private Api as(String email) {
        return Api.at(home).as(email);
    }

    private Api carla() {
        return as("carla@araca.example");
    }

    private Api talita() {
        return as("talita@guiche.example");
    }

    private String open() {
        return Api.json(carla().post(
                                "tickets",
                                "{'unit':'erp','subject':'Nota 3312 rejeitada','description':'A nota volta.',"
                                        + "'answers':{'plataforma':'web','tema':'fiscal','nota':'3312'}}"))
                .getString("code");
    }

    private String withTheProductTeam() {
        var code = open();
        var answer = talita().post("tickets/" + code + "/status", "{'status':'produto','reason':'produto'}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return code;
    }

    @Test
    void theRequesterSeesItOpenAndTheStaffThatItWaits() {
        var code = withTheProductTeam();
        var other = open();
        talita().post("tickets/" + other + "/links", "{'kind':'RELATED','ticket':'" + code + "'}");

        assertThat(categories(code, other, carla())).containsOnly("OPEN");
        assertThat(categories(code, other, talita())).containsOnly("ON_HOLD");
    }

    /** Wherever a ticket tells its status: by itself, in a list, as one that another is linked to. */
    private static List<String> categories(String code, String other, Api api) {
        var listed = items(api, "tickets?q=" + code);
        var linked = items(api, "tickets/" + other + "/links");
        assertThat(listed).as("the list").isNotEmpty();
        assertThat(linked).as("the links").isNotEmpty();
        return Stream.of(Stream.of(Api.json(api.get("tickets/" + code))), listed.stream(), linked.stream())
                .flatMap(all -> all)
                .map(ticket -> ticket.getJsonObject("status").getString("category"))
                .toList();
    }

    private static List<JsonObject> items(Api api, String path) {
        return Api.json(api.get(path)).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    @Test
    void itIsFoundAmongWhatIsOpenAndNotAmongWhatWaits() {
        var code = withTheProductTeam();

        assertThat(found("OPEN", carla())).contains(code);
        assertThat(found("ON_HOLD", carla())).doesNotContain(code);
        assertThat(found("ON_HOLD,OPEN", carla())).contains(code);
        assertThat(found("OPEN", talita())).doesNotContain(code);
        assertThat(found("ON_HOLD", talita())).contains(code);
    }

    private static List<String> found(String categories, Api api) {
        return items(api, "tickets?unit=erp&sort=created&limit=200&category=" + categories).stream()
                .map(ticket -> ticket.getString("code"))
                .toList();
    }

    @Test
    void theUnitTellsOutsideNeitherThatItWaitsNorForWhat() {
        var outside = theProductTeam(carla());
        var inside = theProductTeam(talita());

        assertThat(outside.getString("category")).isEqualTo("OPEN");
        assertThat(outside.getJsonArray("reasons")).isEmpty();
        assertThat(inside.getString("category")).isEqualTo("ON_HOLD");
        assertThat(inside.getJsonArray("reasons")).isNotEmpty();
    }

    private static JsonObject theProductTeam(Api api) {
        return Api.json(api.get("units/erp")).getJsonArray("statuses").getValuesAs(JsonObject.class).stream()
                .filter(status -> status.getString("key").equals("produto"))
                .findFirst()
                .orElseThrow();
    }
}
