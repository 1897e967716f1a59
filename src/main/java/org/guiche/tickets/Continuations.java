package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.shared.RuleViolation;
import org.guiche.tickets.DraftContent.Choice;
import org.guiche.tickets.DraftContent.Contacts;
import org.guiche.tickets.DraftContent.Request;
import org.guiche.units.ReplyRule;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Tickets that go on where another one ended: where that one takes no more messages, this is the way on (C1). */
@Stateless
public class Continuations {

    @PersistenceContext
    EntityManager em;

    @Inject
    Units units;

    @Inject
    HeldTickets held;

    @Inject
    IdentityGate gate;

    @Inject
    FollowUps followUps;

    @Inject
    OpeningLimit limit;

    @Inject
    Drafts drafts;

    @Inject
    DraftViews views;

    @Inject
    TicketReader reader;

    /**
     * Opens a ticket of the same requester with the context and the copies of that one, and what is said now. Refuses while that one
     * still takes messages: they belong there.
     */
    public TicketDetails open(TicketCode code, Reply reply, Person person, @Nullable Integer version) {
        var ticket = held.toFollow(code, person, version);
        requireEnded(ticket);
        if (person.isStaff()) {
            gate.pass(ticket);
        }
        limit.count(person);
        var message = followUps.open(new Act(ticket, person, reply.channel()), reply);
        return reader.details(em.find(Ticket.class, message.ticketId), person);
    }

    private void requireEnded(Ticket ticket) {
        var status = units.get(ticket.unitId).status(ticket.status.id());
        if (!ticket.status.isDone() && status.replyRule() != ReplyRule.REFUSE) {
            throw new RuleViolation("tickets.follow-up.open", status.publicName());
        }
    }

    /**
     * Begins the wizard with what is known from that ticket, in place of the draft that the person was writing, if any; what it
     * becomes goes on where that one ended.
     *
     * @param description what is written already
     * @param files uploads of the person that nothing uses yet
     */
    public void draft(TicketCode code, String description, List<UUID> files, Person person) {
        var ticket = held.toFollow(code, person, null);
        requireEnded(ticket);
        var empty = new DraftContent(
                request(ticket, description, files),
                new Contacts(Contact.of(ticket.contact), ticket.cc),
                Choice.NOTHING,
                ticket.code());
        var content = titled(empty, ticket.subject, person);
        drafts.discard(person);
        drafts.save(DraftWindow.on(new Draft(UUID.randomUUID(), 0, null, content, null)), content, person);
    }

    private Request request(Ticket ticket, String description, List<UUID> files) {
        return new Request(
                units.get(ticket.unitId).key(),
                ticket.origin.companyId(),
                ticket.origin.projectId(),
                ticket.answers,
                null,
                Map.of(),
                description,
                files);
    }

    /** Where the unit composes its subjects, what the person wrote of it is what is left without the beginning. */
    private DraftContent titled(DraftContent content, String subject, Person person) {
        var view = views.view(content, content.request().unit(), person);
        var parts = view.subjectParts();
        var title = subject.startsWith(view.subjectLead())
                ? subject.substring(view.subjectLead().length()).replaceFirst("^[\\s-]+", "")
                : subject;
        var request = content.request();
        return content.with(
                parts.size() == 1
                        ? request.withSubject(null, Map.of(parts.get(0).key(), title))
                        : request.withSubject(view.composesSubject() ? null : subject, Map.of()));
    }
}
