package org.guiche.time;

import java.time.Duration;
import java.time.Instant;
import org.guiche.shared.RuleViolation;

/** A half-open stretch of time, {@code [from, to)}: a pause, the service of a certain day, time that counted. May be empty. */
public record Span(Instant from, Instant to) {

    public Span {
        if (to.isBefore(from)) {
            throw new RuleViolation("time.span.backwards", from, to);
        }
    }

    /** How long it is. */
    public Duration length() {
        return Duration.between(from, to);
    }
}
