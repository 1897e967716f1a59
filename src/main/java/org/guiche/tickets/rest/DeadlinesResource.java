package org.guiche.tickets.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.rest.ItemsJson;
import org.guiche.tickets.ClockDetails;
import org.guiche.tickets.ClockDetails.Pause;
import org.guiche.tickets.Deadline.State;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.Tickets;
import org.guiche.units.ExplainedDay;
import org.guiche.units.ServiceMetric;
import org.guiche.units.Target;
import org.jspecify.annotations.Nullable;

/** Why the deadlines of a ticket are when they are: the same explanation that the page gives. */
@Path("tickets/{code}/deadlines")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeadlinesResource {

    @Inject
    Tickets tickets;

    @Inject
    CurrentUser user;

    /** One clock: what was promised, by when, how it stands, and why. */
    public record ClockJson(
            ServiceMetric metric,
            TargetJson target,
            Instant startedAt,
            Instant due,
            State state,
            @Nullable Instant metAt,
            List<PauseJson> pauses,
            List<ExplainedDay> explanation) {

        static ClockJson of(ClockDetails measured, boolean staff) {
            var deadline = measured.deadline();
            return new ClockJson(
                    measured.metric(),
                    TargetJson.of(measured.target()),
                    measured.startedAt(),
                    deadline.due(),
                    deadline.state(),
                    deadline.metAt(),
                    measured.pauses().stream()
                            .map(pause -> PauseJson.of(pause, staff))
                            .toList(),
                    ExplainedDay.of(measured.explanation()));
        }
    }

    /** How long it may take, in ISO 8601, what its clock counts, and both in words. */
    public record TargetJson(String amount, String clock, String label) {

        static TargetJson of(Target target) {
            return new TargetJson(target.amount().toString(), target.clock().name(), target.label());
        }
    }

    /** Where the clock stood still, and why: the status by the name that the caller is shown. */
    public record PauseJson(
            Instant from,
            @Nullable Instant to,
            String status,
            @Nullable String reason) {

        static PauseJson of(Pause pause, boolean staff) {
            var reason = pause.reason();
            return new PauseJson(
                    pause.from(), pause.to(), pause.status().nameFor(staff), reason == null ? null : reason.name());
        }
    }

    @GET
    public ItemsJson<ClockJson> list(@PathParam("code") String code) {
        var person = user.get();
        var measured = tickets.deadlines(TicketCode.of(code), person);
        return new ItemsJson<>(
                measured.stream()
                        .map(one -> ClockJson.of(one, person.isStaff()))
                        .toList(),
                null);
    }
}
