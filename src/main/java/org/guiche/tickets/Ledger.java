package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.Email;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Writes down what happens to a ticket: messages with their files, history, and the word to whoever listens. */
@Dependent
class Ledger {

    private static final int LONGEST_TEXT = 200_000;
    static final int MOST_CC = 20;
    static final int MOST_CC_IN_ALL = 50;
    private static final int MOST_FILES = 50;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    TicketQueries queries;

    @Inject
    Attachments attachments;

    @Inject
    UnitFiles unitFiles;

    @Inject
    Event<TicketChanged> changed;

    Instant now() {
        return clock.instant();
    }

    /** Adds a message with its files; refuses an empty or endless one, wrong addresses, files of others. */
    Message say(Act act, Reply reply) {
        return write(act, reply, checked(RichText.of(reply.format(), reply.body()), "body"), "");
    }

    /** The first message, with a text that is worked out already, and the subject. */
    Message begin(Act act, Reply reply, RichText description, String subject) {
        return write(act, reply, checked(description, "description"), subject);
    }

    /** Leaves some words among the staff, beside something else that is done. */
    void note(Act act, String words) {
        var reply = Reply.note(words, act.channel());
        write(act, reply, checked(RichText.of(reply.format(), words), "note"), "");
        noted(act);
    }

    /** What a note does to the ticket. */
    void noted(Act act) {
        act.ticket().touched(now());
        record(act, EventType.NOTE_ADDED);
    }

    private Message write(Act act, Reply reply, RichText text, String heading) {
        var files = claim(reply.attachments(), act.person());
        unitFiles.check(act.ticket(), files);
        var message = Message.of(act, reply, text, now()).under(heading);
        em.persist(message);
        if (!files.isEmpty()) {
            em.flush();
            queries.attach(message.id, files.stream().map(StoredFile::id).toList());
        }
        return message;
    }

    private List<StoredFile> claim(List<UUID> ids, Person author) {
        if (ids.size() > MOST_FILES) {
            throw RuleViolation.of("attachments", "tickets.attachments.many", MOST_FILES);
        }
        return ids.isEmpty() ? List.of() : attachments.claim(ids, author);
    }

    /** The same text; refuses an empty or endless one as that field. */
    static RichText checked(RichText text, String field) {
        if (text.html().length() > LONGEST_TEXT) {
            throw RuleViolation.of(field, "tickets.text.long", LONGEST_TEXT);
        }
        if (text.isEmpty()) {
            throw RuleViolation.of(field, "tickets.text.empty");
        }
        return text;
    }

    /** Addresses in copy, in normal form, each once; refuses what is no address, and too many. */
    static List<String> cc(List<String> typed) {
        return cc(typed, MOST_CC);
    }

    static List<String> cc(List<String> typed, int most) {
        if (typed.size() > most) {
            throw RuleViolation.of("cc", "tickets.cc.many", most);
        }
        typed.stream().filter(address -> !Email.looksLike(address)).findFirst().ifPresent(wrong -> {
            throw RuleViolation.of("cc", "shared.email.invalid", wrong);
        });
        return typed.stream()
                .map(address -> Email.of(address).address())
                .distinct()
                .toList();
    }

    /** Puts more people in copy; refuses too many at once, and too many in all. */
    void addCc(Ticket ticket, List<String> typed) {
        ticket.addCc(cc(typed));
        if (ticket.cc.size() > MOST_CC_IN_ALL) {
            throw RuleViolation.of("cc", "tickets.cc.full", MOST_CC_IN_ALL);
        }
    }

    void record(Act act, EventType type) {
        record(act, type, null, null);
    }

    HistoryEvent record(Act act, EventType type, @Nullable String from, @Nullable String to) {
        var event = HistoryEvent.of(act, type, now()).changing(from, to);
        em.persist(event);
        return event;
    }

    /** Another status, or the same for another reason. */
    void recordStatus(Act act, String from, String to, @Nullable String reason) {
        em.persist(HistoryEvent.of(act, EventType.STATUS_CHANGED, now())
                .changing(from, to)
                .because(reason));
    }

    void announce(Ticket ticket) {
        changed.fire(
                new TicketChanged(ticket.id, ticket.sectorId, ticket.origin.groupId(), ticket.origin.requesterId()));
    }
}
