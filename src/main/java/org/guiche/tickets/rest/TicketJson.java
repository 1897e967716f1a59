package org.guiche.tickets.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guiche.shared.rest.Versions;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Contact;
import org.guiche.tickets.Deadline;
import org.guiche.tickets.PersonRef;
import org.guiche.tickets.TicketDetails;
import org.guiche.units.Priority;
import org.guiche.units.Status;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/**
 * A ticket, as the caller sees it.
 *
 * @param code the digits that people quote, also the protocol
 * @param unit the key of the business unit
 * @param description what was written first, as clean HTML
 * @param holdReason the key of why it waits
 * @param classification its key
 * @param group whose ticket it is: nobody outside of it and the staff sees it
 * @param onBehalfOf the company that it is about
 * @param tags for the staff only
 * @param mergedInto the code of the ticket that tells it by now, if it was merged
 * @param queuePosition one for the next; null when it does not wait in a queue, or far back in it
 */
public record TicketJson(
        String code,
        String unit,
        String subject,
        String description,
        StatusJson status,
        @Nullable String holdReason,
        Priority priority,
        @Nullable String classification,
        SectorJson sector,
        @Nullable NamedJson assignee,
        NamedJson requester,
        NamedJson openedBy,
        @Nullable NamedJson onBehalfOf,
        NamedJson group,
        @Nullable NamedJson project,
        ContactJson contact,
        Channel channel,
        boolean identityVerified,
        Map<String, Object> answers,
        List<String> cc,
        List<String> tags,
        Instant createdAt,
        Instant lastActivityAt,
        DeadlinesJson deadlines,
        @Nullable Integer queuePosition,
        @Nullable String mergedInto,
        int version) {

    /** A status by the name that the caller's role is shown. */
    public record StatusJson(String key, String name, StatusCategory category) {

        static StatusJson of(Status status, boolean staff) {
            return new StatusJson(status.key(), status.nameFor(staff), status.categoryFor(staff));
        }
    }

    /** A team. */
    public record SectorJson(String key, String name) {}

    /** A person, company, group or project. */
    public record NamedJson(long id, String name) {

        static NamedJson of(PersonRef person) {
            return new NamedJson(person.id(), person.name());
        }

        static @Nullable NamedJson of(@Nullable Long id, @Nullable String name) {
            return id == null ? null : new NamedJson(id, String.valueOf(name));
        }
    }

    /** Whom to talk to. */
    public record ContactJson(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String company) {

        static ContactJson of(Contact contact) {
            return new ContactJson(contact.name(), contact.email(), contact.phone(), contact.company());
        }
    }

    /** By when something should be done, and how it stands. */
    public record DeadlineJson(Instant due, Deadline.State state) {

        static @Nullable DeadlineJson of(@Nullable Deadline deadline) {
            return deadline == null ? null : new DeadlineJson(deadline.due(), deadline.state());
        }
    }

    /** What the unit promises; null what it does not promise. */
    public record DeadlinesJson(
            @Nullable DeadlineJson firstResponse, @Nullable DeadlineJson resolution) {}

    static TicketJson of(TicketDetails ticket, boolean staff) {
        var hold = ticket.holdReason();
        var classification = ticket.classification();
        var assignee = ticket.assignee();
        return new TicketJson(
                ticket.code().digits(),
                ticket.unit().key(),
                ticket.subject(),
                ticket.description(),
                StatusJson.of(ticket.status(), staff),
                hold == null ? null : hold.key(),
                ticket.priority(),
                classification == null ? null : classification.key(),
                new SectorJson(ticket.sector().key(), ticket.sector().name()),
                assignee == null ? null : NamedJson.of(assignee),
                NamedJson.of(ticket.requester()),
                NamedJson.of(ticket.openedBy()),
                NamedJson.of(ticket.companyId(), ticket.companyName()),
                new NamedJson(ticket.groupId(), ticket.groupName()),
                NamedJson.of(ticket.projectId(), ticket.projectName()),
                ContactJson.of(ticket.contact()),
                ticket.channel(),
                ticket.identityVerified(),
                ticket.answers(),
                ticket.cc(),
                ticket.tags(),
                ticket.createdAt(),
                ticket.lastActivityAt(),
                new DeadlinesJson(DeadlineJson.of(ticket.firstResponse()), DeadlineJson.of(ticket.resolution())),
                ticket.queuePosition(),
                ticket.mergedInto() == null ? null : ticket.mergedInto().digits(),
                ticket.version());
    }

    /** A ticket just opened, and where it is. */
    static Response created(TicketDetails ticket, boolean staff) {
        return Response.created(URI.create("tickets/" + ticket.code().digits()))
                .header(HttpHeaders.ETAG, Versions.tag(ticket.version()))
                .entity(of(ticket, staff))
                .build();
    }

    /** A ticket as it is since. */
    static Response answer(TicketDetails ticket, boolean staff) {
        return Response.ok(of(ticket, staff))
                .header(HttpHeaders.ETAG, Versions.tag(ticket.version()))
                .build();
    }
}
