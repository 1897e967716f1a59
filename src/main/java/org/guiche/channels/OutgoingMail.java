package org.guiche.channels;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mail to one recipient, waiting to be sent. Its subject has no line breaks: nothing in it can become a header. */
@Entity
@Table(name = "channels_outbox")
class OutgoingMail {

    private static final int LONGEST_SUBJECT = 250;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "channels_outbox")
    @SequenceGenerator(name = "channels_outbox", sequenceName = "channels_outbox_seq", allocationSize = 50)
    long id;

    @Column(name = "ticket_id")
    @Nullable
    Long ticketId;

    @Column(name = "kind")
    String kind;

    @Column(name = "recipient")
    String recipient;

    @Column(name = "subject")
    String subject;

    @Column(name = "body")
    String body;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "attempts")
    int attempts;

    protected OutgoingMail() {}

    static OutgoingMail of(
            @Nullable Long ticketId, String kind, String recipient, String subject, String body, Instant now) {
        var mail = new OutgoingMail();
        mail.ticketId = ticketId;
        mail.kind = kind;
        mail.recipient = recipient;
        mail.subject = shortened(subject.replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
        mail.body = body;
        mail.createdAt = now;
        mail.dueAt = now;
        return mail;
    }

    private static String shortened(String subject) {
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
