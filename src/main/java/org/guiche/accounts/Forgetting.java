package org.guiche.accounts;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.guiche.shared.Sweeping;

/** Forgets tries at signing in, devices and tokens that have had their time (ADR 17). */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Forgetting {

    /** A device: as long as its cookie lives, from the last sign-in on. */
    static final Duration DEVICE_KEPT = Duration.ofDays(365);

    /** A token that was ended or has expired: six months, like records of access (Marco Civil, art. 15). */
    static final Duration ENDED_TOKEN_KEPT = Duration.ofDays(184);

    private static final Duration REQUEST_KEPT = Duration.ofDays(1);

    @Inject
    Sweeping sweeping;

    @Inject
    Clock clock;

    /** Every hour. Tries count for nothing once their window is over, and name accounts and addresses. */
    @Schedule(hour = "*", minute = "27", persistent = false)
    public void forget() {
        var now = clock.instant();
        sweeping.sweep("accounts_throttle", "window_start < ?1", now.minus(Throttle.WINDOW));
        sweeping.sweep("accounts_device", "seen_at < ?1", now.minus(DEVICE_KEPT));
        sweeping.sweep("accounts_request", "asked_at < ?1", now.minus(REQUEST_KEPT));
        sweeping.sweep("accounts_link", "expires_at < ?1", now);
        sweeping.sweep("accounts_token", "least(revoked_at, expires_at) < ?1", now.minus(ENDED_TOKEN_KEPT));
    }
}
