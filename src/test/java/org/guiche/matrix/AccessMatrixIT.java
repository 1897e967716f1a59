package org.guiche.matrix;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.guiche.api.Endpoint;
import org.guiche.support.Api;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every call of the API by everybody, to whatever is whose (SECURITY 1, 3, 4 and 5; decision 0032): the calls come from the
 * application, what must come of them from {@code walls.txt} and {@code calls.txt}.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AccessMatrixIT {

    @ArquillianResource
    URL home;

    private World world;
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, HttpResponse<String>> nothing = new ConcurrentHashMap<>();

    @BeforeEach
    void people() {
        world = World.at(home);
        for (var owner : Owner.values()) {
            world.standing(owner);
            world.second(owner);
        }
    }

    @Test
    void everyCallHasARow() {
        var rows = Call.all().stream().map(Call::name).collect(toSet());
        var calls = Endpoint.all().stream().map(Endpoint::name).collect(toSet());

        assertThat(missing(calls, rows))
                .as("calls without a row: say in src/test/resources/matrix/calls.txt whom each is for, with an example")
                .isEmpty();
        assertThat(missing(rows, calls))
                .as("rows of calls.txt for calls that are gone")
                .isEmpty();
    }

    private static Set<String> missing(Set<String> all, Set<String> from) {
        var left = new TreeSet<>(all);
        left.removeAll(from);
        return left;
    }

    /** A cell of the matrix. */
    private interface Cell {
        void of(Call call, Cast role, Owner owner);
    }

    private static void everywhere(Cell cell) {
        AtOnce.all(Call.all(), call -> {
            for (var role : Cast.values()) {
                call.door().owners().forEach(owner -> cell.of(call, role, owner));
            }
            return call;
        });
    }

    @Test
    void whatIsNotForSomebodyIsRefusedAndLeavesNothing() {
        Unchanged.by(
                "by what was refused",
                () -> everywhere((call, role, owner) ->
                        call.door().refusal(role, owner).ifPresent(status -> refused(call, role, owner, status))));

        assertThat(wrong).isEmpty();
    }

    private void refused(Call call, Cast role, Owner owner, int status) {
        var answer = call.by(role, home, world.things(owner));
        if (answer.statusCode() != status) {
            wrong.add("%s by %s, %s's: %d instead of %d: %s"
                    .formatted(call.name(), role, owner, answer.statusCode(), status, answer.body()));
        } else if (status == 404 && call.namesSomething()) {
            alike(call, role, owner, answer);
        }
    }

    /** What is there for others looks as what never was, word for word. */
    private void alike(Call call, Cast role, Owner owner, HttpResponse<String> answer) {
        var never = nothing.computeIfAbsent(call + " " + role, key -> call.by(role, home, World.NONE));
        if (never.statusCode() != 404
                || !never.body().equals(answer.body())
                || !headers(never).equals(headers(answer))) {
            wrong.add("%s by %s tells %s's from none: %s, %s"
                    .formatted(call.name(), role, owner, answer.body(), never.body()));
        }
    }

    /** Without what the connection says of itself: it is closed after so many answers, whatever they are (RFC 9110, 7.6.1). */
    private static Set<String> headers(HttpResponse<String> answer) {
        return answer.headers().map().keySet().stream()
                .filter(name -> !name.equals("connection"))
                .collect(toSet());
    }

    @Test
    void whatIsForSomebodyIsDone() {
        everywhere((call, role, owner) -> {
            if (call.door().refusal(role, owner).isEmpty()) {
                done(call, role, owner);
            }
        });

        assertThat(wrong).isEmpty();
    }

    /** Where the table has no body that is complete, being told so is enough: it was for this one. */
    private void done(Call call, Cast role, Owner owner) {
        var answer = call.by(role, home, world.prepared(call, owner));
        var fine = call.door().dependsOnTheOwner()
                ? answer.statusCode() < 300
                : answer.statusCode() < 300 || Set.of(409, 412, 422).contains(answer.statusCode());
        if (!fine) {
            wrong.add("%s by %s, %s's: %d: %s".formatted(call.name(), role, owner, answer.statusCode(), answer.body()));
        }
    }

    @Test
    void aTokenThatMayOnlyReadWritesNothing() {
        var reader = Api.at(home).as(Cast.SUPERVISOR.email(), "read");
        var things = world.things(Owner.REQUESTER);

        Unchanged.by(
                "by a token for reading",
                () -> Call.all().stream()
                        .filter(call -> call.writes() && !call.door().words().equals("OWN"))
                        .forEach(call -> assertThat(call.by(reader, things).statusCode())
                                .as(call.name())
                                .isEqualTo(403)));
    }

    @Test
    void nobodyEndsTheTokenOfAnother() {
        var token = Rows.of(
                        "select t.id from accounts_token t join accounts_person p on p.id = t.person_id where p.email = ?",
                        Cast.REQUESTER.email())
                .get(0);

        Unchanged.by(
                "by ending what is another's",
                () -> Cast.signedIn().stream()
                        .filter(one -> one != Cast.REQUESTER)
                        .forEach(one -> {
                            var answer = one.api(home).call("DELETE", "tokens/" + token, "");
                            assertThat(answer.statusCode()).as("%s", one).isEqualTo(404);
                            assertThat(answer.body())
                                    .isEqualTo(one.api(home)
                                            .call("DELETE", "tokens/" + UUID.randomUUID(), "")
                                            .body());
                        }));
    }
}
