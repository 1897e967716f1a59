package org.guiche.demo.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.guiche.demo.DemoClock;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.rest.Idempotent;

/** The time machine of the demo. */
@Path("demo/clock")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DemoClockResource {

    @Inject
    DemoClock clock;

    /** What time it is in the demo. */
    public record ClockJson(Instant now) {}

    /** How much time shall pass, in ISO 8601. */
    public record AdvanceJson(String advance) {}

    @GET
    public ClockJson now() {
        return new ClockJson(clock.now());
    }

    /** Lets time pass; what is due by then has happened before it answers. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response advance(AdvanceJson body) {
        return Response.ok(new ClockJson(clock.advance(duration(body.advance()))))
                .build();
    }

    private static Duration duration(String written) {
        try {
            return Duration.parse(written);
        } catch (DateTimeParseException e) {
            throw RuleViolation.of("advance", "demo.clock.malformed", written);
        }
    }
}
