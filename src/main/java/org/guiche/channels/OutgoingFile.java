package org.guiche.channels;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A file that goes with a mail. The database takes it away when the mail is sent. */
@Entity
@Table(name = "channels_outbox_file")
class OutgoingFile {

    @Id
    @Column(name = "mail_id")
    long mailId;

    @Column(name = "name")
    String name;

    @Column(name = "media_type")
    String mediaType;

    @Column(name = "bytes")
    byte[] bytes;

    @Column(name = "created_at")
    Instant createdAt;

    protected OutgoingFile() {}

    static OutgoingFile of(OutgoingMail mail, Letter.File file) {
        var outgoing = new OutgoingFile();
        outgoing.mailId = mail.id;
        outgoing.name = file.name();
        outgoing.mediaType = file.mediaType();
        outgoing.bytes = file.bytes();
        outgoing.createdAt = mail.createdAt;
        return outgoing;
    }
}
