package org.guiche.units.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.rest.Idempotent;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.guiche.time.Explanation;
import org.guiche.time.ServiceCalendar;
import org.guiche.time.Span;
import org.guiche.units.CalendarJson;
import org.guiche.units.ExplainedDay;

/** What a service calendar would make of a deadline; it belongs to nobody and keeps nothing. */
@Path("calendar")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CalendarResource {

    private static final int MOST_PAUSES = 1_000;

    /** A calendar and what to count in it. */
    public record PreviewJson(
            JsonObject calendar, Instant start, String amount, ClockKind clock, List<PauseJson> pauses) {}

    /** Where the clock stands still, {@code [from, to)}. */
    public record PauseJson(Instant from, Instant to) {}

    /** The instant at which the last counted minute ends, and why. */
    public record DueJson(Instant due, List<ExplainedDay> explanation) {}

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response preview(PreviewJson body) {
        if (body.pauses().size() > MOST_PAUSES) {
            throw RuleViolation.of("pauses", "units.definition.many", MOST_PAUSES);
        }
        var calendar = CalendarJson.read(body.calendar());
        var amount = at("amount", () -> Amount.parse(body.amount()));
        var pauses = at(
                "pauses",
                () -> body.pauses().stream()
                        .map(pause -> new Span(pause.from(), pause.to()))
                        .toList());
        var explanation = explain(calendar, body, amount, pauses);
        return Response.ok(new DueJson(explanation.due(), ExplainedDay.of(explanation)))
                .build();
    }

    private static Explanation explain(ServiceCalendar calendar, PreviewJson body, Amount amount, List<Span> pauses) {
        try {
            return calendar.explain(body.start(), amount, body.clock(), pauses);
        } catch (RuleViolation e) {
            throw RuleViolation.of(fieldOf(e.key()), e.key(), e.args().toArray());
        }
    }

    private static String fieldOf(String refusal) {
        return refusal.startsWith("time.calendar.")
                ? "calendar"
                : refusal.startsWith("time.instant.") ? "start" : "amount";
    }

    /** The time module knows no fields: what it refuses is at fault here. */
    private static <T> T at(String field, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuleViolation e) {
            throw RuleViolation.of(field, e.key(), e.args().toArray());
        }
    }
}
