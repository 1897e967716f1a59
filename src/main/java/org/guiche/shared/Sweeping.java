package org.guiche.shared;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Takes rows away that have had their time, batch by batch, each in a transaction of its own: nobody waits for it, however many
 * there are, on however many nodes it runs.
 */
@Dependent
public class Sweeping {

    @Inject
    SweptBatch batch;

    @EJB
    Retention retention;

    /** Takes all of that kind whose time is over, as long as it is said to be now, but what is held. */
    public void sweep(Kept kind) {
        sweep(kind.table(), retention.old(kind), retention.before(kind));
    }

    /**
     * Takes them all.
     *
     * @param table one of the caller's own
     * @param old which rows of it, in SQL, with {@code ?1} for that moment
     */
    public void sweep(String table, String old, Instant before) {
        for (var taken = SweptBatch.SIZE; taken == SweptBatch.SIZE; ) {
            taken = batch.take(table, old, before);
        }
    }
}
