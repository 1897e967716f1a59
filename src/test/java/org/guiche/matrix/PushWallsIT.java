package org.guiche.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is pushed to open pages is about what their people may see, and about nothing else (SECURITY 3, 5). */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PushWallsIT {

    private static final Pattern CHANNEL = Pattern.compile("(/jakarta\\.faces\\.push/tickets\\?[0-9a-f-]+)");
    private static final Pattern CODE = Pattern.compile("\\d+");

    private static final String UNTIL = "update accounts_membership set valid_until = ?::timestamptz where person_id ="
            + " (select id from accounts_person where email = ?)"
            + " and group_id = (select group_id from partners_partner where name = 'Muros Um')";

    @ArquillianResource
    URL home;

    /** An open page of somebody, and what it was told. */
    private static final class Line implements WebSocket.Listener {

        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
        private final Set<String> codes = new HashSet<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            told.add(text.toString());
            socket.request(1);
            return null;
        }

        /** All codes until that one. */
        Set<String> until(String code) throws InterruptedException {
            while (!codes.contains(code)) {
                var text = told.poll(20, TimeUnit.SECONDS);
                assertThat(text).as("news of %s", code).isNotNull();
                CODE.matcher(text).results().forEach(found -> codes.add(found.group()));
            }
            return codes;
        }
    }

    private WebSocket tie(Cast one, Line line) {
        var site = one.site(home);
        var channel = CHANNEL.matcher(site.get("/tickets/mine").body());
        assertThat(channel.find()).as("a line of %s", one).isTrue();
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", "x=y; " + site.cookies())
                .buildAsync(
                        URI.create(home.toString().replaceFirst("^http", "ws")).resolve(channel.group(1)), line)
                .join();
    }

    @Test
    void aChangeIsToldToWhomItConcernsAndToNobodyElse() throws Exception {
        var world = World.at(home);
        var changed = new EnumMap<Owner, String>(Owner.class);
        var last = new EnumMap<Cast, String>(Cast.class);
        for (var owner : Owner.values()) {
            changed.put(owner, world.fresh(owner));
            last.put(owner.person(), world.fresh(owner));
        }
        var lines = new EnumMap<Cast, Line>(Cast.class);
        last.keySet().forEach(one -> lines.put(one, new Line()));
        var sockets = lines.entrySet().stream()
                .map(one -> tie(one.getKey(), one.getValue()))
                .toList();

        changed.values().forEach(this::talkedAbout);
        last.values().forEach(this::talkedAbout);

        for (var one : lines.keySet()) {
            assertThat(lines.get(one).until(last.get(one)))
                    .as("%s is told", one)
                    .containsAll(seen(changed, one, true))
                    .doesNotContainAnyElementsOf(seen(changed, one, false));
        }
        sockets.forEach(WebSocket::abort);
    }

    /** The page stays open and its person in, for what is left of the rights: the contract's group alone is gone (S0-25). */
    @Test
    void whoseContractIsOverHearsNothingFurtherOfItOnThePageThatIsStillOpen() throws Exception {
        var world = World.at(home);
        var partners = world.fresh(Owner.BOTH_AS_PARTNER);
        var own = world.fresh(Owner.BOTH);
        var line = new Line();
        var socket = tie(Cast.BOTH, line);
        talkedAbout(partners);
        assertThat(line.until(partners)).contains(partners);
        line.codes.clear();

        try {
            Rows.of(UNTIL, Timestamp.from(Instant.now().minusSeconds(60)), Cast.BOTH.email());
            talkedAbout(partners);
            talkedAbout(own);

            assertThat(line.until(own)).doesNotContain(partners);
        } finally {
            Rows.of(UNTIL, null, Cast.BOTH.email());
            socket.abort();
        }
    }

    private void talkedAbout(String code) {
        World.said(Cast.SUPERVISOR.api(home), code, "{'body':'Já vimos.'}");
    }

    private static List<String> seen(Map<Owner, String> codes, Cast one, boolean sees) {
        return Arrays.stream(Owner.values())
                .filter(owner -> (Walls.between(one, owner) != Level.NOTHING) == sees)
                .map(codes::get)
                .toList();
    }
}
