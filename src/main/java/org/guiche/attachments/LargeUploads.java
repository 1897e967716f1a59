package org.guiche.attachments;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.attachments.Receipt.Outcome;
import org.guiche.shared.NoRoom;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.TooLarge;

/**
 * Large files in pieces, that go on where they stopped: after a break of the line, from another address, after a restart. An upload is
 * whose it is, for where it goes, as long as that one may write there; for everybody else there is none. The last piece makes it a file
 * of the same id, which {@link Attachments} then has like any other.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LargeUploads {

    /** How long an upload waits for its next piece. */
    static final Duration PATIENCE = Duration.ofDays(7);

    private static final int MEGABYTE = 1024 * 1024;

    @Inject
    Store store;

    @Inject
    UploadTable uploads;

    @Inject
    UploadSteps steps;

    @Inject
    Receiving receiving;

    @Inject
    Completion completion;

    @Inject
    Attachments attachments;

    @Inject
    Event<Destination> destinations;

    @Inject
    Clock clock;

    private final AttachmentsSettings settings = AttachmentsSettings.read();

    /** How many bytes a file may have. */
    public long limit() {
        return settings.largeBytes();
    }

    /**
     * Begins an upload, of which nothing is here yet.
     *
     * @throws TooLarge when it is announced with more bytes than permitted
     * @throws RuleViolation when its name is not permitted there, or its owner or the unit has sent too much
     * @throws NoRoom when it would not fit into the store
     */
    public Upload begin(Person owner, NewUpload announced) {
        var destination = destination(announced.place(), owner);
        var name = FileName.of(announced.name());
        destination.allowed().check(name);
        checkSize(name, announced.size());
        try {
            return begun(owner, name, announced, destination.pool());
        } catch (StoreFailure e) {
            throw e.refusal(name.value());
        }
    }

    private void checkSize(FileName name, long size) {
        if (size == 0) {
            throw RuleViolation.of(SentFile.PART, "attachments.empty", name.value());
        }
        if (size > limit()) {
            throw new TooLarge("attachments.too-large", name.value(), limit() / MEGABYTE);
        }
        if (store.room().orElse(Long.MAX_VALUE) < size) {
            throw new NoRoom("attachments.store.full", name.value());
        }
    }

    private Upload begun(Person owner, FileName name, NewUpload announced, String pool) {
        var id = UUID.randomUUID();
        var key = store.begin(id);
        var upload = new Upload(
                id,
                owner.id(),
                announced.place(),
                pool,
                name.value(),
                announced.size(),
                0,
                0,
                key,
                clock.instant().plus(PATIENCE));
        var begun = false;
        try {
            steps.begin(upload);
            begun = true;
            return upload;
        } finally {
            if (!begun) {
                store.forget(key);
            }
        }
    }

    /** An upload as far as it is; one of somebody else, or of a place where its owner may write no more, does not exist. */
    public Upload find(UUID id, Person owner) {
        var upload = uploads.find(id, owner.id()).orElseThrow(LargeUploads::missing);
        destination(upload.place(), owner);
        return upload;
    }

    /**
     * Takes the next piece as it comes. What is told as received is durable.
     *
     * @throws RuleViolation when there are more bytes than announced, or they are not what the name says; the latter ends the upload
     * @throws NoRoom when the store is full; what had been received stays
     */
    public Receipt receive(UUID id, Person owner, Chunk chunk, InputStream body) {
        var upload = find(id, owner);
        if (chunk.offset() != upload.received()) {
            return new Receipt(Outcome.MISPLACED, upload);
        }
        if (upload.isComplete()) {
            return new Receipt(Outcome.TAKEN, upload); // whoever did not hear so asks again
        }
        try {
            return StoreFailure.guard(() -> receiving.receive(upload, chunk, body));
        } catch (StoreFailure e) {
            throw e.refusal(upload.name());
        }
    }

    /** Gives an upload up, or takes back the file it became, unless something uses that already. */
    public void discard(UUID id, Person owner) {
        var upload = uploads.find(id, owner.id()).orElseThrow(LargeUploads::missing);
        if (upload.isComplete()) {
            attachments.discard(id, owner);
        }
        completion.discard(upload);
    }

    private Destination destination(String place, Person owner) {
        var destination = new Destination(place, owner);
        if (!place.isEmpty()) {
            destinations.fire(destination);
            if (!destination.takesLarge()) {
                throw missing();
            }
        }
        return destination;
    }

    private static NotFound missing() {
        return new NotFound("attachments.not-found");
    }
}
