package org.guiche.attachments;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Files that people send: checked, kept once per content, theirs alone until something they wrote uses them. */
@Stateless
public class Attachments {

    private static final int MOST_UNUSED = 200;

    @Inject
    Store store;

    @Inject
    FileTable files;

    /**
     * Takes a file in. The bytes are on disk before the row is; on any refusal neither stays.
     *
     * @throws RuleViolation that says which file, why, and the limit
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public StoredFile store(Person owner, String sentName, InputStream bytes, AllowedFiles allowed) {
        var name = FileName.of(sentName);
        if (!allowed.allows(name.extension())) {
            throw new RuleViolation("attachments.type.refused", name.value());
        }
        if (files.unusedOf(owner.id()) >= MOST_UNUSED) {
            throw new RuleViolation("attachments.quota", MOST_UNUSED);
        }
        try {
            return keep(owner, name, store.receive(bytes, allowed.maxBytes()), allowed);
        } catch (IOException e) {
            throw new UncheckedIOException("the store of attachments failed", e);
        }
    }

    private StoredFile keep(Person owner, FileName name, Store.@Nullable Arrived arrived, AllowedFiles allowed)
            throws IOException {
        if (arrived == null) {
            throw new TooLarge(name.value(), allowed.maxBytes()).refusal();
        }
        try {
            if (arrived.size() == 0) {
                throw new RuleViolation("attachments.empty", name.value());
            }
            var type = Content.typeOf(name, arrived.detected());
            store.keep(arrived);
            var file = new StoredFile(UUID.randomUUID(), name.value(), arrived.size(), arrived.sha256(), type);
            files.add(file, owner.id());
            return file;
        } finally {
            store.forget(arrived);
        }
    }

    /** The sentence for a file past the limit. */
    private record TooLarge(String name, long limit) {

        RuleViolation refusal() {
            return new RuleViolation(TOO_LARGE, name, limit / (1024 * 1024));
        }
    }

    /** The key of the refusal of a file past the limit, which the API answers with 413. */
    public static final String TOO_LARGE = "attachments.too-large";

    /** Makes uploads part of something, within the caller's transaction; foreign or used ones do not exist. */
    public List<StoredFile> claim(List<UUID> ids, Person owner) {
        var claimed = files.claim(ids, owner.id());
        if (claimed.size() != Set.copyOf(ids).size()) {
            throw new NotFound("attachments.not-found");
        }
        return claimed;
    }

    /** These files, in the order asked; unknown ids are left out. The caller knows who may see them. */
    public List<StoredFile> find(Collection<UUID> ids) {
        return files.find(ids);
    }

    /** Files of that person that nothing uses yet, among these. */
    public List<StoredFile> unused(Collection<UUID> ids, Person owner) {
        return files.unused(ids, owner.id());
    }

    /** The bytes. */
    public InputStream open(StoredFile file) {
        try {
            return store.open(file.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException("the bytes of " + file.id() + " are not there", e);
        }
    }

    /** Takes back an upload that nothing uses; foreign or used ones do not exist. */
    public void discard(UUID id, Person owner) {
        if (!files.discard(id, owner.id())) {
            throw new NotFound("attachments.not-found");
        }
    }
}
