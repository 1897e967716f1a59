package org.guiche.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import org.guiche.shared.Clocks;
import org.guiche.support.Site;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Time passes at a click in the demo's menu, and one is back on the page that one came from. */
@ExtendWith(ArquillianExtension.class)
class DemoAdvanceIT {

    private static final String PAGE = "/tickets/workspace?view=all";

    @Inject
    Clock clock;

    @Inject
    Clocks clocks;

    @EJB
    DemoClockTable table;

    @Inject
    HttpServletRequest request;

    @Test
    void anHourPassesAndThePageIsThereAgainWithTheTimeThatItIs() throws Exception {
        var home = new URL("http", "127.0.0.1", request.getLocalPort(), "/");
        var talita = Site.at(home).as("talita@guiche.example");
        var hour = Duration.ofHours(1);
        var before = clock.instant();

        var answer = talita.send(talita.request("/demo/advance")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", home + PAGE.substring(1))
                .POST(BodyPublishers.ofString("by=PT1H")));
        try {
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(PAGE);
            assertThat(Duration.between(before, clock.instant())).isBetween(hour, hour.plusMinutes(2));
            assertThat(talita.get(PAGE).body()).contains("Relógio da demonstração", "Avançar 48 h");
        } finally {
            clocks.leap(hour.negated());
            table.add(hour.negated());
        }
    }

    @Test
    void thereIsNoSuchClockForThoseWhoDoNotSupervise() throws Exception {
        var home = new URL("http", "127.0.0.1", request.getLocalPort(), "/");

        assertThat(Site.at(home).as("rafael@guiche.example").get(PAGE).body())
                .doesNotContain("Relógio da demonstração");
        assertThat(Site.at(home).as("bruno@jatoba.example").get("/").body()).doesNotContain("Relógio da demonstração");
    }
}
