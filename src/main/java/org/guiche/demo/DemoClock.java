package org.guiche.demo;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.guiche.partners.ContractDesk;
import org.guiche.shared.Clocks;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.tickets.Timekeeper;
import org.guiche.tickets.TimerPass;

/**
 * Moves the clock of the whole application forward, in the demo only. It stops at each instant at which something is due and lets
 * it happen there, so that what would have happened one after the other happens so.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoClock {

    private static final Duration LONGEST = Duration.ofDays(400);

    @Inject
    @ConfigProperty(name = "guiche.demo", defaultValue = "false")
    boolean demo;

    @Inject
    Clock clock;

    @Inject
    Clocks clocks;

    @EJB
    Timekeeper timekeeper;

    @EJB
    TimerPass pass;

    @EJB
    ContractDesk contracts;

    @EJB
    DemoClockTable table;

    /** What time it is in the demo; there is no such clock outside of it. */
    public Instant now() {
        if (!demo) {
            throw new NotFound("shared.not-found");
        }
        return clock.instant();
    }

    /** Lets that much time pass. What is due by then has happened when it returns. Refuses to go back, and more than 400 days. */
    public Instant advance(Duration by) {
        var end = now().plus(by);
        if (by.isNegative() || by.isZero() || by.compareTo(LONGEST) > 0) {
            throw RuleViolation.of("advance", "demo.clock.range", LONGEST.toDays());
        }
        timekeeper.fire();
        for (var next = pass.next(); next.filter(end::isAfter).isPresent(); next = pass.next()) {
            move(next.orElseThrow());
            timekeeper.fire();
        }
        move(end);
        timekeeper.fire();
        contracts.look();
        return clock.instant();
    }

    private void move(Instant to) {
        var by = Duration.between(clock.instant(), to);
        if (!by.isNegative()) {
            clocks.leap(by);
            table.add(by);
        }
    }
}
