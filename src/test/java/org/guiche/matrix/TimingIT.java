package org.guiche.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.Duration;
import java.util.function.IntToLongFunction;
import org.guiche.support.Turns;
import org.guiche.support.Welch;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How long an answer takes does not tell either what is there for others from what never was (SECURITY 1, 36; S0-27 to S0-29). */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag(Turns.ALONE)
class TimingIT {

    /** Asked once as often as here, over a line of some milliseconds that vary, nobody sees less than that. */
    private static final Duration UNSEEN = Duration.ofNanos(200_000);

    @ArquillianResource
    URL home;

    private IntToLongFunction asking(Cast one, String path) {
        var api = one.api(home);
        return turn -> {
            var from = System.nanoTime();
            var status = api.get(path).statusCode();
            var took = System.nanoTime() - from;
            assertThat(status).isEqualTo(404);
            return took;
        };
    }

    @Test
    void aTicketBehindAWallTakesAsLongAsOneThatNeverWas() {
        var code = World.at(home).standing(Owner.REQUESTER).code();

        for (var path : new String[] {"tickets/%s", "tickets/%s/messages"}) {
            assertThat(Welch.tells(
                            UNSEEN,
                            asking(Cast.CLIENT, path.formatted(code)),
                            asking(Cast.CLIENT, path.formatted(World.NEVER))))
                    .as("p < 0.01 three times in a row: %s", path)
                    .isFalse();
        }
    }

    @Test
    void aFileBehindAWallTakesAsLongAsOneThatNeverWas() {
        var file = World.at(home).standing(Owner.PARTNER).file();

        assertThat(Welch.tells(
                        UNSEEN,
                        asking(Cast.MANAGER, "attachments/" + file),
                        asking(Cast.MANAGER, "attachments/ffffffff-0000-4000-8000-000000000000")))
                .as("p < 0.01 three times in a row")
                .isFalse();
    }
}
