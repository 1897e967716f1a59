package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.util.UUID;

/**
 * Who is just bringing which content: said before its bytes go into the store and until its row is there, on all nodes, so that no transaction has to
 * be open meanwhile. Who takes bytes away has the content's lock and looks whether somebody says so. It is no more than an intention: if the
 * database forgets it in a crash, the row is refused and the bytes are swept.
 */
@ApplicationScoped
class Bringing {

    @PersistenceContext
    EntityManager em;

    @Inject
    ContentTable contents;

    /** Begins, for an hour at most, after whoever is just taking these bytes away. */
    @Transactional(TxType.REQUIRES_NEW)
    public UUID begin(String sha256) {
        em.createNativeQuery("set local synchronous_commit = off").executeUpdate();
        contents.share(sha256);
        var id = UUID.randomUUID();
        em.createNativeQuery("""
                        insert into attachments_bringing (id, sha256, until)
                        values (cast(?1 as uuid), ?2, clock_timestamp() + interval '1 hour')""")
                .setParameter(1, id.toString())
                .setParameter(2, sha256)
                .executeUpdate();
        return id;
    }

    /**
     * The row comes with the caller's transaction, which shares the content's lock from here on.
     *
     * @throws StoreFailure where that took longer than it may: the bytes may be gone
     */
    public void end(UUID id, String sha256) {
        contents.share(sha256);
        var ended = em.createNativeQuery(
                        "delete from attachments_bringing where id = cast(?1 as uuid) and until > clock_timestamp()")
                .setParameter(1, id.toString())
                .executeUpdate();
        if (ended == 0) {
            throw new StoreFailure(new IOException("it took too long to keep " + sha256));
        }
    }

    /** No row comes. */
    @Transactional(TxType.REQUIRES_NEW)
    public void giveUp(UUID id) {
        em.createNativeQuery("delete from attachments_bringing where id = cast(?1 as uuid)")
                .setParameter(1, id.toString())
                .executeUpdate();
    }

    /** Whether somebody is bringing that content. The caller holds its lock, alone. */
    public boolean isBrought(String sha256) {
        return !em.createNativeQuery(
                        "select 1 from attachments_bringing where sha256 = ?1 and until > clock_timestamp()")
                .setParameter(1, sha256)
                .getResultList()
                .isEmpty();
    }

    /** Forgets what was begun by nodes that ended before it was. */
    @Transactional(TxType.REQUIRES_NEW)
    public void forgetPast() {
        em.createNativeQuery("delete from attachments_bringing where until < clock_timestamp() - interval '1 day'")
                .executeUpdate();
    }
}
