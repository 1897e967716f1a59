package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;

/** What a right password leaves behind, each in a short transaction of its own: a device that is known, a better hash. */
@Stateless
public class Entrances {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** Knows the device from now on by the token that it gets, unless all sessions were ended since it signed in. */
    public String remember(long personId, int epoch) {
        var token = Secrets.random();
        em.createNativeQuery("""
                        insert into accounts_device (hash, person_id, seen_at)
                        select ?1, id, ?3 from accounts_person where id = ?2 and session_epoch = ?4""")
                .setParameter(1, Secrets.hash(token))
                .setParameter(2, personId)
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(4, epoch)
                .executeUpdate();
        return token;
    }

    /** Somebody came back with the device. */
    public void seen(String token) {
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
