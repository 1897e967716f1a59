package org.guiche.shared;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes what is asked twice happen once: the first answer is kept in the transaction of what it answers, so that there is never
 * one without the other. Of two that ask at the same time the second waits for the first (API.md, SECURITY Z10).
 */
@Stateless
public class Idempotency {

    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofDays(2);

    private static final int LONGEST_KEY = 200;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Sweeping sweeping;

    /**
     * Something asked for.
     *
     * @param caller whose key it is: the keys of others are other keys
     * @param hash of all that was asked; the same key may not ask for something else
     */
    public record Request(String caller, String key, String hash) {

        public Request {
            if (key.isBlank() || key.length() > LONGEST_KEY) {
                throw RuleViolation.of("Idempotency-Key", "shared.idempotency.key");
            }
        }
    }

    /** What was answered. */
    public record Answer(
            int status,
            @Nullable String location,
            @Nullable String tag,
            @Nullable String body) {}

    /** Does it in one transaction; what fails leaves nothing. */
    public <T> T within(Supplier<T> work) {
        return work.get();
    }

    /** Does it in one transaction, or gives the answer of the first time; what failed may be asked again. */
    public Answer once(Request request, Supplier<Answer> work) {
        if (!begin(request)) {
            return first(request);
        }
        var answer = work.get();
        em.createNativeQuery("""
                        update shared_idempotency set status = ?3, location = ?4, tag = ?5, body = ?6
                        where caller = ?1 and key = ?2""")
                .setParameter(1, request.caller())
                .setParameter(2, request.key())
                .setParameter(3, answer.status())
                .setParameter(4, answer.location())
                .setParameter(5, answer.tag())
                .setParameter(6, answer.body())
                .executeUpdate();
        return answer;
    }

    /** Whether it is asked for the first time. Waits for whoever is asking the same at this moment. */
    private boolean begin(Request request) {
        return em.createNativeQuery("""
                                insert into shared_idempotency (caller, key, request_hash, status, created_at)
                                values (?1, ?2, ?3, 0, ?4) on conflict do nothing""")
                        .setParameter(1, request.caller())
                        .setParameter(2, request.key())
                        .setParameter(3, request.hash())
                        .setParameter(4, now())
                        .executeUpdate()
                == 1;
    }

    private Answer first(Request request) {
        var row = (Object[]) em.createNativeQuery(
                        "select request_hash, status, location, tag, body from shared_idempotency where caller = ?1 and key = ?2")
                .setParameter(1, request.caller())
                .setParameter(2, request.key())
                .getSingleResult();
        if (!request.hash().equals(row[0])) {
            throw RuleViolation.of("Idempotency-Key", "shared.idempotency.reused");
        }
        return new Answer(((Number) row[1]).intValue(), (String) row[2], (String) row[3], (String) row[4]);
    }

    /** Forgets first answers in which that pattern is found, for whoever has to be forgotten before two days are over. */
    public void forget(String pattern) {
        em.createNativeQuery("delete from shared_idempotency where body ~* ?1 or location ~* ?1")
                .setParameter(1, pattern)
                .executeUpdate();
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void forget() {
        sweeping.sweep("shared_idempotency", "created_at < ?1", clock.instant().minus(KEPT));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
