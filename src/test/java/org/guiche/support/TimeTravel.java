package org.guiche.support;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.guiche.shared.Clocks;
import org.guiche.tickets.Timekeeper;
import org.guiche.tickets.TimerPass;

/** Tells a story that began in the past, at its own times, and comes back to the present. */
@Dependent
public class TimeTravel {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    @Inject
    Clock clock;

    @Inject
    Clocks clocks;

    @EJB
    Timekeeper timekeeper;

    @EJB
    TimerPass pass;

    /** What happens in a story. */
    public interface Story {
        void tell() throws Exception;
    }

    /** Tells it with the clock set to that moment in Brasília; afterwards it is now again. */
    public void from(String moment, Story story) throws Exception {
        var present = clock.instant();
        var started = System.nanoTime();
        jump(moment);
        try {
            story.tell();
        } finally {
            var passed = Duration.ofNanos(System.nanoTime() - started);
            clocks.advance(Duration.between(clock.instant(), present.plus(passed)));
        }
    }

    /** Goes there without letting anything happen on the way. */
    public void jump(String moment) {
        clocks.advance(Duration.between(clock.instant(), at(moment)));
    }

    /** Lets time pass until then; what is due on the way happens when it is. */
    public void until(String moment) {
        var end = at(moment);
        for (var next = pass.next();
                next.filter(instant -> !instant.isAfter(end)).isPresent();
                next = pass.next()) {
            forward(next.orElseThrow());
            timekeeper.fire();
        }
        forward(end);
        timekeeper.fire();
    }

    /** What is late already is done now: time never goes back. */
    private void forward(Instant to) {
        var by = Duration.between(clock.instant(), to);
        clocks.advance(by.isNegative() ? Duration.ZERO : by);
    }

    /** That moment in Brasília: {@code 2026-04-17T17:00}. */
    public static Instant at(String moment) {
        return LocalDateTime.parse(moment).atZone(BRASILIA).toInstant();
    }
}
