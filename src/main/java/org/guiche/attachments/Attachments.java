package org.guiche.attachments;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.shared.Locked;
import org.guiche.shared.NoRoom;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.TooLarge;
import org.guiche.shared.Unavailable;
import org.jspecify.annotations.Nullable;

/** Files that people send: checked, kept once per content, theirs alone until something they wrote uses them. */
@Stateless
public class Attachments {

    private static final int MEGABYTE = 1024 * 1024;

    @Inject
    Store store;

    @Inject
    Keeping keeping;

    @Inject
    FileTable files;

    @Inject
    Event<Destination> destinations;

    /** Which files may come in for that place, as far as anybody knows it. */
    public AllowedFiles allowedAt(@Nullable String place, Person person) {
        var destination = new Destination(place == null ? "" : place, person);
        destinations.fire(destination);
        return destination.allowed();
    }

    /**
     * Takes a file in as it comes. The bytes are on disk before the row is; on any refusal neither stays.
     *
     * @param sentName the name as it was sent, with whatever is in it
     * @throws TooLarge when there are more bytes than permitted; reading ends there
     * @throws RuleViolation that says which file, why, and the limit
     * @throws NoRoom when the store is full
     * @throws Unavailable when it cannot be written otherwise
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public StoredFile store(Person owner, String sentName, InputStream bytes, AllowedFiles allowed) {
        return receive(owner.id(), sentName, bytes, allowed);
    }

    /**
     * The same from somebody who is not signed in: nobody's until something uses it, known by its id alone. What such strangers may
     * have waiting together is as much as one person may. The caller bounds how often.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public StoredFile store(String sentName, InputStream bytes, AllowedFiles allowed) {
        return receive(null, sentName, bytes, allowed);
    }

    private StoredFile receive(@Nullable Long owner, String sentName, InputStream bytes, AllowedFiles allowed) {
        var name = FileName.of(sentName);
        allowed.check(name);
        keeping.checkRoom(owner, 0);
        try {
            var arrived = store.receive(bytes, allowed.maxBytes());
            if (arrived == null) {
                throw new TooLarge("attachments.too-large", name.value(), allowed.maxBytes() / MEGABYTE);
            }
            return keep(owner, name, arrived);
        } catch (StoreFailure e) {
            throw e.refusal(name.value());
        } catch (IOException e) {
            throw RuleViolation.of(SentFile.PART, "attachments.interrupted", name.value());
        }
    }

    private StoredFile keep(@Nullable Long owner, FileName name, Store.Arrived arrived) throws IOException {
        try {
            if (arrived.size() == 0) {
                throw RuleViolation.of(SentFile.PART, "attachments.empty", name.value());
            }
            var type = Content.typeOf(name, arrived);
            var file = new StoredFile(
                    UUID.randomUUID(),
                    name.value(),
                    arrived.size(),
                    arrived.sha256(),
                    type,
                    Scan.NONE,
                    Picture.UNKNOWN,
                    null);
            keeping.keep(file, arrived, owner);
            return files.find(List.of(file.id())).get(0);
        } finally {
            store.forget(arrived.key());
        }
    }

    /**
     * Makes uploads part of something, within the caller's transaction; foreign or used ones do not exist.
     *
     * @return in the order asked
     */
    public List<StoredFile> claim(List<UUID> ids, Person owner) {
        return claim(ids, owner.id());
    }

    /** The same with an upload of somebody who was not signed in; one of a person, or a used one, does not exist. */
    public StoredFile claim(UUID id) {
        return claim(List.of(id), (Long) null).get(0);
    }

    private List<StoredFile> claim(List<UUID> ids, @Nullable Long owner) {
        var claimed = files.claim(ids, owner);
        if (claimed.size() != Set.copyOf(ids).size()) {
            throw new NotFound("attachments.not-found");
        }
        return files.find(ids);
    }

    /** These files, in the order asked; unknown ids are left out. The caller knows who may see them. */
    public List<StoredFile> find(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : files.find(ids);
    }

    /** What somebody who was not signed in has sent and nothing uses yet, for whoever knows its id. */
    public Optional<StoredFile> waiting(UUID id) {
        return files.unused(List.of(id), null).stream().findFirst();
    }

    /** Files of that person that nothing uses yet, among these and in their order. */
    public List<StoredFile> unused(Collection<UUID> ids, Person owner) {
        return ids.isEmpty() ? List.of() : files.unused(ids, owner.id());
    }

    /**
     * The bytes from that one on, for somebody to have; whoever asks closes them.
     *
     * @throws Locked where nobody may have them, for a virus or because nobody knows yet
     * @throws Unavailable when the store does not answer
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public InputStream open(StoredFile file, long from) {
        file.checkOpen();
        return inspect(file, from);
    }

    /** The same for the house itself, which looks at them and hands them to nobody. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public InputStream inspect(StoredFile file, long from) {
        try {
            return store.open(file.sha256(), from);
        } catch (StoreFailure e) {
            StoreFailure.log(e);
            throw new Unavailable("attachments.store.unreadable", file.name());
        } catch (IOException e) {
            throw new UncheckedIOException("the bytes of " + file.id() + " are not there", e);
        }
    }

    /** A used file is nobody's from now on: a document of the house, which stays whatever becomes of who sent it. */
    public void disown(StoredFile file) {
        files.disown(file.id());
    }

    /** These go, whose use is over: whoever asks has let go of them. Their bytes go with the next sweep, unless another file has the same. */
    public void forget(Collection<UUID> ids) {
        files.forgetUsed(ids);
    }

    /** Takes back an upload that nothing uses; foreign or used ones do not exist. */
    public void discard(UUID id, Person owner) {
        discard(id, owner.id());
    }

    /** The same with an upload of somebody who was not signed in, known by its id alone; one of a person does not exist. */
    public void discard(UUID id) {
        discard(id, (Long) null);
    }

    private void discard(UUID id, @Nullable Long owner) {
        if (!files.discard(id, owner)) {
            throw new NotFound("attachments.not-found");
        }
    }
}
