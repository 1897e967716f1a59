package org.guiche.accounts;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.guiche.shared.Clocks;
import org.guiche.shared.Kept;
import org.guiche.shared.RetentionSurvey;
import org.guiche.shared.Sweeping;

/** Forgets tries at signing in, devices, sessions and tokens that have had their time (ADR 17). */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Forgetting {

    /** A device: as long as its cookie lives, from the last sign-in on. */
    static final Duration DEVICE_KEPT = Duration.ofDays(365);

    static final Kept DEVICES = Kept.of("accounts_device", "seen_at", (int) DEVICE_KEPT.toDays(), 1);

    /** A token that was ended or has expired: six months, like records of access (Marco Civil, art. 15). */
    static final Duration ENDED_TOKEN_KEPT = Duration.ofDays(184);

    static final Kept TOKENS = Kept.of(
                    "accounts_token", "least(revoked_at, expires_at)", (int) ENDED_TOKEN_KEPT.toDays(), (int)
                            ENDED_TOKEN_KEPT.toDays())
            .ofPerson("person_id");

    /** Who read whom: a year, never less than the six months of the law (Marco Civil, art. 15). */
    static final Kept ACCESS = Kept.of("accounts_access", "at", 365, (int) ENDED_TOKEN_KEPT.toDays())
            .ofPerson("subject_id");

    private static final Duration REQUEST_KEPT = Duration.ofDays(1);

    @Inject
    Sweeping sweeping;

    @Inject
    Clock clock;

    @Inject
    Clocks clocks;

    /** Every hour. Tries count for nothing once their window is over, and name accounts and addresses. */
    @Schedule(hour = "*", minute = "27", persistent = false)
    public void forget() {
        var now = clock.instant();
        sweeping.sweep("accounts_throttle", "window_start < ?1", now.minus(Throttle.WINDOW));
        sweeping.sweep(DEVICES);
        sweeping.sweep("accounts_session", "seen_at < ?1", clocks.withoutLeaps().minus(Sessions.KEPT));
        sweeping.sweep("accounts_request", "asked_at < ?1", now.minus(REQUEST_KEPT));
        sweeping.sweep("accounts_link", "expires_at < ?1", now);
        sweeping.sweep("accounts_oidc_login", "expires_at < ?1", clocks.withoutLeaps());
        sweeping.sweep("accounts_oidc_arrival", "expires_at < ?1", clocks.withoutLeaps());
        sweeping.sweep(TOKENS);
        sweeping.sweep(ACCESS);
    }

    /** What of it is kept how long. */
    public void surveyed(@Observes RetentionSurvey survey) {
        survey.of(DEVICES, TOKENS, ACCESS);
    }
}
