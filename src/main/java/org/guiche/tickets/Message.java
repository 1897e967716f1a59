package org.guiche.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.guiche.shared.StringListConverter;
import org.jspecify.annotations.Nullable;

/** Something said in a ticket, to everybody or among the staff. It never changes. */
@Entity
@Table(name = "tickets_message")
class Message {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tickets_message")
    @SequenceGenerator(name = "tickets_message", sequenceName = "tickets_message_seq", allocationSize = 50)
    long id;

    @Column(name = "ticket_id")
    long ticketId;

    @Column(name = "author_id")
    @Nullable
    Long authorId;

    boolean internal;

    @Enumerated(EnumType.STRING)
    Channel channel;

    String html;

    /** The words alone, for search. */
    String plain;

    /** The subject, on the first message only: search weighs it more. */
    String heading;

    @Convert(converter = StringListConverter.class)
    List<String> cc;

    @Column(name = "created_at")
    Instant createdAt;

    protected Message() {}

    static Message of(Act act, Reply reply, RichText text, Instant now) {
        var message = new Message();
        message.ticketId = act.ticket().id;
        message.authorId = act.person().id();
        message.internal = reply.internal();
        message.channel = act.channel();
        message.html = text.html();
        message.plain = text.plain();
        message.heading = "";
        message.cc = reply.cc();
        message.createdAt = now;
        return message;
    }

    /** The same words of the same person in another ticket. */
    static Message copy(Message said, long ticketId) {
        var copy = new Message();
        copy.ticketId = ticketId;
        copy.authorId = said.authorId;
        copy.internal = said.internal;
        copy.channel = said.channel;
        copy.html = said.html;
        copy.plain = said.plain;
        copy.heading = "";
        copy.cc = said.cc;
        copy.createdAt = said.createdAt;
        return copy;
    }

    /** The same with that heading. */
    Message under(String subject) {
        heading = subject;
        return this;
    }
}
