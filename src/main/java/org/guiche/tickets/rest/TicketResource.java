package org.guiche.tickets.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.rest.Idempotent;
import org.guiche.shared.rest.ItemsJson;
import org.guiche.shared.rest.Paging;
import org.guiche.shared.rest.Versions;
import org.guiche.tickets.Assignment;
import org.guiche.tickets.Assignments;
import org.guiche.tickets.Changes;
import org.guiche.tickets.Channel;
import org.guiche.tickets.EventDetails;
import org.guiche.tickets.EventType;
import org.guiche.tickets.Solutions;
import org.guiche.tickets.StatusChange;
import org.guiche.tickets.TicketChange;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.TicketDetails;
import org.guiche.tickets.Tickets;
import org.guiche.tickets.rest.TicketJson.NamedJson;
import org.guiche.units.Priority;
import org.jspecify.annotations.Nullable;

/** One ticket, by its code. One that the caller may not see does not exist. */
@Path("tickets/{code}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TicketResource {

    @Inject
    Tickets tickets;

    @Inject
    Assignments assignments;

    @Inject
    Changes changes;

    @Inject
    Solutions solutions;

    @Inject
    CurrentUser user;

    /** What to change; what is not said stays. Of the answers, too, only those that change. */
    public record ChangeJson(
            @Nullable String subject,
            @Nullable String classification,
            @Nullable Priority priority,
            @Nullable String sector,
            @Nullable Map<String, Object> answers,
            @Nullable List<String> tags,
            @Nullable List<String> cc) {

        private TicketChange change() {
            return new TicketChange(Channel.API, subject, classification, priority, sector, cc, tags, answers);
        }
    }

    /** The status to go to, by key; why it waits, where that status asks for it; a note for the staff. */
    public record NewStatusJson(
            String status,
            @Nullable String reason,
            @Nullable String note) {

        private StatusChange change() {
            return new StatusChange(status, reason, note, Channel.API);
        }
    }

    /** Who shall work on it: a person's id, {@code "me"}, or null for nobody. */
    public record AssignmentJson(JsonValue assignee) {}

    /** Something that happened to the ticket; where it is another status, also why, by the key of the reason. */
    public record EventJson(
            long id,
            EventType type,
            Instant at,
            @Nullable NamedJson actor,
            Channel channel,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {

        static EventJson of(EventDetails event) {
            var actor = event.actor();
            return new EventJson(
                    event.id(),
                    event.type(),
                    event.at(),
                    actor == null ? null : NamedJson.of(actor),
                    event.channel(),
                    event.from(),
                    event.to(),
                    event.reason());
        }
    }

    @GET
    public Response get(@PathParam("code") String code) {
        return answer(tickets.get(TicketCode.of(code), user.get()));
    }

    /** Changes what is said; all of it or nothing. */
    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response change(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, ChangeJson body) {
        return answer(changes.change(TicketCode.of(code), body.change(), user.get(), Versions.expected(ifMatch)));
    }

    /** Goes to another status. A requester may only say that it is solved. */
    @POST
    @Path("status")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response status(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, NewStatusJson body) {
        var person = user.get();
        var version = Versions.expected(ifMatch);
        var ticket = TicketCode.of(code);
        return answer(
                person.isStaff()
                        ? changes.changeStatus(ticket, body.change(), person, version)
                        : solutions.confirm(ticket, body.change(), person, version));
    }

    /** Gives the ticket to somebody of its sector, or back to the queue. */
    @POST
    @Path("assignment")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response assign(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, AssignmentJson body) {
        var assignment = new Assignment(assignee(body.assignee()), Channel.API);
        return answer(assignments.assign(TicketCode.of(code), assignment, user.get(), Versions.expected(ifMatch)));
    }

    private @Nullable Long assignee(JsonValue value) {
        if (value == JsonValue.NULL) {
            return null;
        }
        if (value instanceof JsonString text && text.getString().equals("me")) {
            return user.get().id();
        }
        if (value instanceof JsonNumber number && number.toString().matches("\\d{1,18}")) {
            return number.longValue();
        }
        throw RuleViolation.of("assignee", "tickets.assignee.malformed");
    }

    @GET
    @Path("events")
    public ItemsJson<EventJson> events(@PathParam("code") String code, @BeanParam Paging paging) {
        var page = tickets.history(TicketCode.of(code), paging.limit(), paging.cursor(), user.get());
        return ItemsJson.of(page, EventJson::of);
    }

    private Response answer(TicketDetails ticket) {
        return TicketJson.answer(ticket, user.get().isStaff());
    }
}
