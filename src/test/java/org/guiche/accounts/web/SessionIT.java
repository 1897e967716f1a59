package org.guiche.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.Duration;
import org.guiche.shared.Clocks;
import org.guiche.support.Site;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How long a session lasts, on the application's clock. */
@ExtendWith(ArquillianExtension.class)
class SessionIT {

    private static final String BRUNO = "bruno@jatoba.example";
    private static final String PAGE = "/tickets/open";

    @Inject
    Clocks clocks;

    @Inject
    HttpServletRequest request;

    @Test
    void aSessionEndsTwelveHoursAfterSigningInHoweverBusyItIs() throws Exception {
        var site = site().as(BRUNO);
        var day = Duration.ofHours(12);
        var moved = Duration.ZERO;
        try {
            for (var hour = Duration.ofHours(1); hour.compareTo(day) < 0; hour = hour.plusHours(1)) {
                moved = moveTo(hour, moved);
                assertThat(site.get(PAGE).statusCode()).as("after " + hour).isEqualTo(200);
            }
            moved = moveTo(day, moved);

            var answer = site.get(PAGE);

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).hasValue("/accounts/signin?next=%2Ftickets%2Fopen");
            assertThat(site.get(PAGE).statusCode()).as("for good").isEqualTo(302);
            assertThat(site.as(BRUNO).get(PAGE).statusCode())
                    .as("signed in again")
                    .isEqualTo(200);
        } finally {
            clocks.advance(moved.negated());
        }
    }

    @Test
    void theDemosLeapIntoAnotherDaySignsNobodyOut() throws Exception {
        var site = site().as(BRUNO);
        var leap = Duration.ofDays(2);
        clocks.leap(leap);
        try {
            assertThat(site.get(PAGE).statusCode()).isEqualTo(200);
            assertThat(site().as(BRUNO).get(PAGE).statusCode())
                    .as("who signs in there")
                    .isEqualTo(200);
        } finally {
            clocks.leap(leap.negated());
        }
        assertThat(site.get(PAGE).statusCode()).as("back again").isEqualTo(200);
    }

    private Duration moveTo(Duration moment, Duration before) {
        clocks.advance(moment.minus(before));
        return moment;
    }

    private Site site() throws MalformedURLException {
        return Site.at(new URL("http", "127.0.0.1", request.getLocalPort(), "/"));
    }
}
