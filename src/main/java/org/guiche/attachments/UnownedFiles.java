package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Used files that nothing uses any more: whoever uses files is asked, never looked at. What nobody names is noted first and asked for again before it goes.
 */
@ApplicationScoped
class UnownedFiles {

    private static final Logger LOG = Logger.getLogger(UnownedFiles.class.getName());
    private static final int AT_ONCE = 1000;

    @PersistenceContext
    EntityManager em;

    @Inject
    Event<UsedFiles> asked;

    @Inject
    Clock clock;

    /**
     * Asks of the next files of the round that were used before then, and notes which nobody named.
     *
     * @return whether there are more of them; else the round begins anew the next time
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean ask(Instant usedBefore) {
        var some = ids(em.createNativeQuery("""
                        select cast(f.id as text) from attachments_file f where f.used_at < ?1
                            and f.id > coalesce((select r.after_id from attachments_round r), cast(?2 as uuid)) order by f.id limit ?3""")
                .setParameter(1, usedBefore.atOffset(ZoneOffset.UTC))
                .setParameter(2, new UUID(0, 0).toString())
                .setParameter(3, AT_ONCE));
        var more = some.size() == AT_ONCE;
        note(fired(some));
        goOnBehind(more ? some.get(some.size() - 1) : new UUID(0, 0));
        return more;
    }

    /**
     * Forgets some of those that nobody has named since before then, unless somebody does now.
     *
     * @return how many of them there were, named now or not
     */
    @Transactional(TxType.REQUIRES_NEW)
    public int forget(Instant before) {
        var some = ids(em.createNativeQuery(
                        "select cast(id as text) from attachments_file where unowned_since < ?1 order by unowned_since limit ?2 for update skip locked")
                .setParameter(1, before.atOffset(ZoneOffset.UTC))
                .setParameter(2, AT_ONCE));
        var answer = fired(some);
        note(answer);
        change(
                "delete from attachments_file where id = any(cast(?1 as uuid[])) and used_at is not null",
                answer.unowned());
        return some.size();
    }

    private UsedFiles fired(List<UUID> some) {
        var answer = new UsedFiles(some);
        if (!some.isEmpty()) {
            asked.fire(answer);
        }
        return answer;
    }

    private void note(UsedFiles answer) {
        change(
                "update attachments_file set unowned_since = null where id = any(cast(?1 as uuid[])) and unowned_since is not null",
                answer.owned());
        var noted = em.createNativeQuery(
                        "update attachments_file set unowned_since = ?2 where id = any(cast(?1 as uuid[])) and unowned_since is null")
                .setParameter(1, array(answer.unowned()))
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        if (noted > 0) {
            LOG.warning(() -> noted + " files that were used are nobody's any more, and go after a while");
        }
    }

    private void goOnBehind(UUID id) {
        em.createNativeQuery("""
                        insert into attachments_round (after_id) values (cast(?1 as uuid))
                        on conflict (only_one) do update set after_id = excluded.after_id""").setParameter(1, id.toString()).executeUpdate();
    }

    private void change(String sql, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            em.createNativeQuery(sql).setParameter(1, array(ids)).executeUpdate();
        }
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static List<UUID> ids(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(id -> UUID.fromString((String) id)).toList();
    }
}
