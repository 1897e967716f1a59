package org.guiche.privacy;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import org.guiche.accounts.Person;

/** Gives out copies that are ready. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Copies {

    @EJB
    DataRequests requests;

    @Inject
    CopyStore store;

    /** What goes out. Whoever asks closes it. */
    public record Opened(InputStream bytes, long size) {}

    /** The zip of that request, for the person whose data it is, and for whoever of the staff asked for it; to others there is none. */
    public Opened open(long id, Person by) {
        var copy = Objects.requireNonNull(requests.copy(id, by).copy());
        try {
            return new Opened(store.open(UUID.fromString(copy.file())), copy.size());
        } catch (IOException e) {
            throw new UncheckedIOException("a copy of " + id + " is not there", e);
        }
    }
}
