package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Who receives an upload just now: one at a time, on whatever node, for as long as bytes come. */
@ApplicationScoped
class UploadTurns {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /**
     * Lets that one receive what comes after this, unless somebody else does. It need not outlive a crash of the database, so nobody
     * waits for its disk.
     */
    public boolean lease(Upload upload, UUID receiver) {
        return em.createNativeQuery("""
                                update attachments_upload set receiver = cast(?2 as uuid), receiving_until = ?4
                                from (select set_config('synchronous_commit', 'off', true)) as hurry
                                where id = cast(?1 as uuid) and received = ?5 and state <> 'COMPLETE' and expires_at > ?3
                                    and (receiving_until is null or receiving_until < ?3)""")
                        .setParameter(1, upload.id().toString())
                        .setParameter(2, receiver.toString())
                        .setParameter(3, now())
                        .setParameter(4, now().plus(Turn.LASTS))
                        .setParameter(5, upload.received())
                        .executeUpdate()
                == 1;
    }

    /** Lets that one receive on. */
    public boolean renew(UUID id, UUID receiver) {
        return em.createNativeQuery("""
                                update attachments_upload set receiving_until = ?4
                                where id = cast(?1 as uuid) and receiver = cast(?2 as uuid) and expires_at > ?3""")
                        .setParameter(1, id.toString())
                        .setParameter(2, receiver.toString())
                        .setParameter(3, now())
                        .setParameter(4, now().plus(Turn.LASTS))
                        .executeUpdate()
                == 1;
    }

    public void release(UUID id, UUID receiver) {
        em.createNativeQuery("""
                        update attachments_upload set receiver = null, receiving_until = null
                        where id = cast(?1 as uuid) and receiver = cast(?2 as uuid)""")
                .setParameter(1, id.toString())
                .setParameter(2, receiver.toString())
                .executeUpdate();
    }

    /** It is as far as this, which that one received. */
    public boolean advance(Upload upload, UUID receiver) {
        return em.createNativeQuery("""
                                update attachments_upload set received = ?4, pieces = ?5, expires_at = ?6, state = ?7,
                                    receiver = null, receiving_until = null
                                where id = cast(?1 as uuid) and receiver = cast(?2 as uuid) and expires_at > ?3""")
                        .setParameter(1, upload.id().toString())
                        .setParameter(2, receiver.toString())
                        .setParameter(3, now())
                        .setParameter(4, upload.received())
                        .setParameter(5, upload.pieces())
                        .setParameter(6, upload.expiresAt().atOffset(ZoneOffset.UTC))
                        .setParameter(7, upload.isComplete() ? "COMPLETE" : "RECEIVING")
                        .executeUpdate()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
