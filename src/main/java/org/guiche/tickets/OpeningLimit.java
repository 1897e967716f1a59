package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.guiche.accounts.Person;
import org.guiche.shared.Quotas;
import org.guiche.shared.TooMany;

/** How many tickets one person may open in an hour, by pages and API together (decision 0015). */
@Dependent
class OpeningLimit {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Quotas quotas;
    private final int perHour;

    /** With that many, or zero for no limit. */
    @Inject
    OpeningLimit(Quotas quotas, @ConfigProperty(name = "guiche.tickets.per.hour", defaultValue = "0") int perHour) {
        this.quotas = quotas;
        this.perHour = perHour;
    }

    /** Counts one more; refuses where that is one too many. */
    void count(Person opener) {
        if (perHour > 0) {
            quotas.take("tickets of " + opener.id(), perHour, HOUR).ifPresent(wait -> {
                throw new TooMany("tickets.opening.too-many", wait, perHour, minutes(wait));
            });
        }
    }

    private static long minutes(Duration wait) {
        return wait.plusMinutes(1).minusNanos(1).toMinutes();
    }
}
