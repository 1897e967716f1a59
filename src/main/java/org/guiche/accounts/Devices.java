package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.guiche.shared.Clocks;
import org.guiche.shared.NotFound;

/** The devices that people signed in from: seen and ended one by one, each with its sessions. */
@Stateless
public class Devices {

    /** An hour of silence ends a session, which is written down every five minutes. */
    private static final Duration SILENCE = Duration.ofMinutes(65);

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Clocks clocks;

    /**
     * Those of the person: this one first, then the signed in, the latest first.
     *
     * @param handle of the session that asks; empty for none
     */
    public List<KnownDevice> list(Person person, String handle) {
        List<?> rows = em.createNativeQuery("""
                        select d.id, d.browser, d.system, d.network, d.first_seen_at, d.seen_at,
                            case when d.factor_until > ?4 then d.factor_until end,
                            exists (select 1 from accounts_session s where s.device_id = d.id and s.seen_at > ?3) as signed_in,
                            exists (select 1 from accounts_session s where s.device_id = d.id and s.hash = ?2) as this_one
                        from accounts_device d where d.person_id = ?1 and d.browser is not null
                        order by this_one desc, signed_in desc, d.seen_at desc, d.id desc""")
                .setParameter(1, person.id())
                .setParameter(2, Secrets.hash(handle))
                .setParameter(3, clocks.withoutLeaps().minus(SILENCE).atOffset(ZoneOffset.UTC))
                .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream().map(row -> device((Object[]) row)).toList();
    }

    private static KnownDevice device(Object[] row) {
        return new KnownDevice(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                instant(row[4]),
                instant(row[5]),
                row[6] == null ? null : instant(row[6]),
                (Boolean) row[7],
                (Boolean) row[8]);
    }

    private static Instant instant(Object value) {
        return ((Timestamp) value).toInstant();
    }

    /** Forgets that one of the person's and ends its sessions. A foreign one does not exist. */
    public void end(Person person, long id) {
        var ended = em.createNativeQuery("delete from accounts_device where id = ?1 and person_id = ?2")
                .setParameter(1, id)
                .setParameter(2, person.id())
                .executeUpdate();
        if (ended == 0) {
            throw new NotFound("accounts.device.not-found");
        }
    }

    /** The same for all of them but the one that asks. */
    public void endOthers(long personId, String handle) {
        em.createNativeQuery("""
                        delete from accounts_device where person_id = ?1 and id not in (
                            select device_id from accounts_session where hash = ?2)""")
                .setParameter(1, personId)
                .setParameter(2, Secrets.hash(handle))
                .executeUpdate();
    }
}
