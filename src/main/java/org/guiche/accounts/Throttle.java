package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Counts tries before they are evaluated, each in a transaction of its own, so that tries at the same time cannot get past
 * the limit. A key is something like an account seen from an address; its window begins with its first try.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Throttle {

    static final Duration WINDOW = Duration.ofMinutes(15);

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** What is counted together, and how many tries a window allows. */
    public record Key(String name, int limit) {}

    /** Counts one try under each key; false when one of them is past its limit. */
    public boolean allows(List<Key> keys) {
        var allowed = true;
        for (var key : keys) {
            allowed &= count(key.name()) <= key.limit();
        }
        return allowed;
    }

    private int count(String key) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return ((Number) em.createNativeQuery("""
                                insert into accounts_throttle as t (key, tries, window_start) values (?1, 1, ?2)
                                on conflict (key) do update set
                                    tries = case when t.window_start < ?3 then 1 else t.tries + 1 end,
                                    window_start = case when t.window_start < ?3 then ?2 else t.window_start end
                                returning tries""")
                        .setParameter(1, key)
                        .setParameter(2, now)
                        .setParameter(3, now.minus(WINDOW))
                        .getSingleResult())
                .intValue();
    }

    /** A right password: that try was no attack, and the account is free again from there. */
    public void forgive(List<Key> keys) {
        em.createNativeQuery("delete from accounts_throttle where key = ?1")
                .setParameter(1, keys.get(0).name())
                .executeUpdate();
        keys.stream()
                .skip(1)
                .forEach(key -> em.createNativeQuery(
                                "update accounts_throttle set tries = greatest(tries - 1, 0) where key = ?1")
                        .setParameter(1, key.name())
                        .executeUpdate());
    }
}
