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
import org.jspecify.annotations.Nullable;

/** What a right password leaves behind, each in a short transaction of its own: a device that is known, a better hash. */
@Stateless
public class Entrances {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** How long a device asks for no code where the person wishes so. */
    static final Duration EXCUSED = Duration.ofDays(30);

    /** Whether the person signed in with that device before. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean knows(String token, long personId) {
        return !em.createNativeQuery("select 1 from accounts_device where hash = ?1 and person_id = ?2")
                .setParameter(1, Secrets.hash(token))
                .setParameter(2, personId)
                .getResultList()
                .isEmpty();
    }

    /** The person is there, with a device that is known or with none: gives the token that it shows from now on. */
    public String arrive(long personId, int epoch, @Nullable String known) {
        if (known == null) {
            return remember(personId, epoch);
        }
        seen(known);
        return known;
    }

    /** No code is asked for there for thirty days. */
    public void excuse(String token) {
        em.createNativeQuery("update accounts_device set factor_until = ?2 where hash = ?1")
                .setParameter(1, Secrets.hash(token))
                .setParameter(2, clock.instant().plus(EXCUSED).atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Knows the device from now on by the token that it gets, unless all sessions were ended since it signed in. */
    private String remember(long personId, int epoch) {
        var token = Secrets.random();
        em.createNativeQuery("""
                        insert into accounts_device (hash, person_id, seen_at, first_seen_at)
                        select ?1, id, ?3, ?3 from accounts_person where id = ?2 and session_epoch = ?4""")
                .setParameter(1, Secrets.hash(token))
                .setParameter(2, personId)
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(4, epoch)
                .executeUpdate();
        return token;
    }

    /** Somebody came back with the device. */
    private void seen(String token) {
        em.createNativeQuery("update accounts_device set seen_at = ?2 where hash = ?1")
                .setParameter(1, Secrets.hash(token))
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Keeps a better hash of the same password, unless there is another password by now. */
    public void rehash(long personId, String stored, String better) {
        em.createQuery("update Account a set a.passwordHash = :better where a.id = :id and a.passwordHash = :stored")
                .setParameter("better", better)
                .setParameter("id", personId)
                .setParameter("stored", stored)
                .executeUpdate();
    }
}
