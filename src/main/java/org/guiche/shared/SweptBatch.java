package org.guiche.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.ZoneOffset;

/** One transaction of {@link Sweeping}. */
@ApplicationScoped
class SweptBatch {

    static final int SIZE = 500;

    @PersistenceContext
    EntityManager em;

    /** How many rows it took, the size at most; those that somebody is just changing are left for another time. */
    @Transactional(TxType.REQUIRES_NEW)
    public int take(String table, String old, Instant before) {
        return em.createNativeQuery("delete from " + table + " where ctid in (select ctid from " + table + " where "
                        + old + " limit " + SIZE + " for update skip locked)")
                .setParameter(1, before.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
