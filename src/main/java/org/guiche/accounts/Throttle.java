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
import java.util.stream.Collectors;
import org.guiche.shared.JsonText;

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

    /** Counts one try under each key, in their order, so that no two wait for each other; false when one of them is past its limit. */
    public boolean allows(List<Key> keys) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        List<?> counted = em.createNativeQuery("""
                        insert into accounts_throttle as t (key, tries, window_start)
                        select k.key, 1, cast(?2 as timestamptz) from jsonb_array_elements_text(cast(?1 as jsonb))
                            with ordinality as k (key, place) order by k.place
                        on conflict (key) do update set
                            tries = case when t.window_start < ?3 then 1 else t.tries + 1 end,
                            window_start = case when t.window_start < ?3 then excluded.window_start else t.window_start end
                        returning key, tries""")
                .setParameter(1, names(keys))
                .setParameter(2, now)
                .setParameter(3, now.minus(WINDOW))
                .getResultList();
        var tries = counted.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).intValue()));
        return keys.stream().allMatch(key -> tries.getOrDefault(key.name(), Integer.MAX_VALUE) <= key.limit());
    }

    private static String names(List<Key> keys) {
        return JsonText.array(keys.stream().map(Key::name).toList()).build().toString();
    }

    /** A right password: that try was no attack, and the account is free again from there. The rows are held in the order of counting. */
    public void forgive(List<Key> keys) {
        em.createNativeQuery("""
                        with held as materialized (
                            select t.key, k.place from jsonb_array_elements_text(cast(?1 as jsonb)) with ordinality as k (key, place)
                            join accounts_throttle t on t.key = k.key order by k.place for update of t),
                        freed as (delete from accounts_throttle where key in (select key from held where place = 1))
                        update accounts_throttle set tries = greatest(tries - 1, 0)
                        where key in (select key from held where place > 1)""").setParameter(1, names(keys)).executeUpdate();
    }
}
