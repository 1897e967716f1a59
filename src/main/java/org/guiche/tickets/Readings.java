package org.guiche.tickets;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.guiche.accounts.AccessKind;
import org.guiche.accounts.AccessLog;
import org.guiche.accounts.Person;
import org.guiche.shared.Page;

/** Writes down whose data the staff reads on a ticket, or in a list of them: of whoever asked, and of whoever else wrote there from outside. */
@Dependent
class Readings {

    @EJB
    AccessLog access;

    /** The ticket is read. */
    Ticket of(Ticket ticket, Person reader) {
        access.readTicket(reader, ticket.origin.requesterId(), ticket.id);
        return ticket;
    }

    /** They are listed, with who asked; gives them back. A list that is looked at again adds nothing within the hour. */
    Page<TicketSummary> of(Page<TicketSummary> page, Person reader) {
        listed(page.items(), reader);
        return page;
    }

    /** The same of those on the board of triage. */
    TriageBoard of(TriageBoard board, Person reader) {
        listed(board.cards().items().stream().map(TriageBoard.Card::ticket).toList(), reader);
        board.lanes().forEach(lane -> listed(lane.first(), reader));
        return board;
    }

    private void listed(List<TicketSummary> tickets, Person reader) {
        access.readAll(
                reader,
                tickets.stream().map(ticket -> ticket.requester().id()).collect(Collectors.toSet()),
                AccessKind.LIST);
    }

    /** A file of a ticket of that person is had. */
    void ofFile(long ticketId, long requesterId, Person reader) {
        access.readFile(reader, requesterId, ticketId);
    }

    /** What was said there is read. */
    void of(long ticketId, List<MessageDetails> messages, Person reader) {
        messages.stream()
                .filter(message -> !message.byStaff())
                .map(MessageDetails::author)
                .filter(Objects::nonNull)
                .map(PersonRef::id)
                .distinct()
                .forEach(author -> access.readTicket(reader, author, ticketId));
    }
}
