package org.guiche.attachments;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Asks every node's store three times a minute whether it can be used: the operator hears of a wrong setting before people do. */
@Singleton
public class StoreWatch {

    @Inject
    StoreCondition condition;

    /** Asks it. */
    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    public void look() {
        condition.look();
    }
}
