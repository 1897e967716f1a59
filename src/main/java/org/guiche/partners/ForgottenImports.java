package org.guiche.partners;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.guiche.shared.Sweeping;

/** Takes files away that nobody brought in within a day: people stand in them (ADR 17, 28). */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ForgottenImports {

    static final Duration KEPT = Duration.ofDays(1);

    @Inject
    Sweeping sweeping;

    @Inject
    Clock clock;

    /** Every hour. */
    @Schedule(hour = "*", minute = "41", persistent = false)
    public void sweep() {
        sweeping.sweep("partners_import", "uploaded_at < ?1", clock.instant().minus(KEPT));
    }
}
