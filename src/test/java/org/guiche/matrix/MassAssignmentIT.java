package org.guiche.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.guiche.api.Endpoint;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every column that there is, as a member of every body of the API, and as a field of every form that has no such field for that person
 * (SECURITY 11): never stored. The names come from the database, so that a new column is tried by itself.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MassAssignmentIT {

    private static final List<String> BESIDES =
            List.of("admin", "isAdmin", "permissions", "visibility", "internal", "groups");

    @ArquillianResource
    URL home;

    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> names = names();

    /** As in the database, and as Java and JSON would write them. */
    private static Set<String> names() {
        var names = new TreeSet<>(BESIDES);
        for (var column :
                Rows.of("select distinct column_name from information_schema.columns where table_schema = 'public'")) {
            names.add(column);
            var words = column.split("_", -1);
            names.add(words[0]
                    + Arrays.stream(words)
                            .skip(1)
                            .filter(word -> !word.isEmpty())
                            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                            .reduce("", String::concat));
        }
        return names;
    }

    @Test
    void whatNoFieldOfTheBodyTakesIsNeverStored() {
        var since = Rows.now();
        var canary = "canario" + UUID.randomUUID().toString().replace("-", "");
        var number = 900_000_000_000_000L + Math.floorMod(canary.hashCode(), 1_000_000_000);

        AtOnce.all(Call.all(), call -> {
            Endpoint.all().stream()
                    .filter(endpoint -> endpoint.name().equals(call.name()) && call.writes())
                    .flatMap(endpoint -> endpoint.body().stream())
                    .forEach(type -> {
                        swollen(call, type, Json.createValue(canary));
                        swollen(call, type, Json.createValue(number));
                    });
            return call;
        });

        assertThat(wrong).isEmpty();
        assertThat(Rows.holding(since, canary, Long.toString(number)))
                .as("tables with what nobody asked for")
                .isEmpty();
    }

    private void swollen(Call call, Class<?> type, JsonValue value) {
        for (var sender : List.of(Cast.REQUESTER, Cast.SUPERVISOR, Cast.ADMINISTRATOR)) {
            if (call.door().refusal(sender, Owner.REQUESTER).isPresent()
                    || call.door().words().equals("OWN")) {
                continue;
            }
            var things = World.at(home).prepared(call, Owner.REQUESTER);
            var json = with(Field.json(call.json(things)), new HashSet<>(Field.names(type)), value);
            var answer = call.with(sender.api(home), things, json.toString());
            if (answer.statusCode() >= 500 || List.of(401, 403, 404).contains(answer.statusCode())) {
                wrong.add(call.name() + " by " + sender + ": " + answer.statusCode() + " " + answer.body());
            }
        }
    }

    private JsonObject with(JsonObject body, Set<String> known, JsonValue value) {
        var all = Json.createObjectBuilder(body);
        names.stream().filter(name -> !known.contains(name)).forEach(name -> all.add(name, value));
        return all.build();
    }

    @Test
    void aFieldThatThePageLeavesOutOrDoesNotLetTouchIsNeverStored() {
        Site.at(home).get("/probe/inventory");
        var since = Rows.now();
        var canary = "canario" + UUID.randomUUID().toString().replace("-", "");
        var tried = new HashSet<String>();
        for (var visit : Sweep.visits(home)) {
            if (visit.page().path().startsWith("/tickets/")) {
                visit.actions().stream()
                        .filter(action -> tried.add(visit.role() + " " + action.key()))
                        .forEach(action -> pressed(visit, action, canary));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(Rows.holding(since, canary))
                .as("tables with what no page asked for")
                .isEmpty();
    }

    private void pressed(Visit visit, Action action, String canary) {
        var fields = new LinkedHashMap<String, String>();
        for (var name : names) {
            fields.put(name, canary);
            fields.put(action.form() + ":" + name, canary);
        }
        for (var closed : visit.closed()) {
            fields.put(closed, canary);
            fields.put(closed + "_input", canary);
        }
        visit.inputs().forEach(input -> {
            fields.remove(input);
            fields.remove(input + "_input");
        });
        var hidden = Site.hidden(visit.answer().body());
        fields.keySet().removeAll(hidden.keySet());
        fields.putAll(hidden);
        fields.putAll(Map.of(action.form(), action.form(), action.id(), action.id()));
        var answer = visit.role().site(home).post(visit.address(), fields);
        if (answer.statusCode() >= 500) {
            wrong.add(action.name() + " on " + visit.address() + " by " + visit.role() + ": " + answer.statusCode());
        }
    }
}
