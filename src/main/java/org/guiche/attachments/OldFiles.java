package org.guiche.attachments;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Files whose time is over before that of what they are part of. */
@Stateless
public class OldFiles {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Event<FilesChanged> changed;

    /**
     * These used files keep their names and sizes and are not to be had any more (410), by nobody and for good. Their bytes and small pictures go with
     * the next sweep, unless another file has the same. Those whose time was over before stay as they are. Whoever asks knows that it is.
     */
    public void remove(Set<UUID> ids) {
        em.createNativeQuery("""
                        update attachments_file f set removed_at = ?2, size = c.size, sha256 = null from attachments_content c
                        where c.sha256 = f.sha256 and f.id = any(cast(?1 as uuid[])) and f.used_at is not null""")
                .setParameter(1, ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        changed.fire(new FilesChanged(ids));
    }
}
