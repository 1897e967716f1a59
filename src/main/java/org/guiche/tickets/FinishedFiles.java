package org.guiche.tickets;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Takes files out of tickets that were closed for longer than their unit keeps these, where an administrator said how long (ADR 49). What is cut off goes on the next night. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FinishedFiles {

    @Inject
    FileRemoval removal;

    /** Every night; nothing while no unit has a period. */
    @Schedule(hour = "2", minute = "47", persistent = false)
    public void forget() {
        for (@Nullable Long after = FileRemoval.FIRST; after != null; ) {
            after = removal.some(after);
        }
    }
}
