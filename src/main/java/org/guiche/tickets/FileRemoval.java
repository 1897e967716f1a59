package org.guiche.tickets;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.attachments.OldFiles;
import org.guiche.shared.Retention;
import org.guiche.shared.SqlArray;
import org.jspecify.annotations.Nullable;

/** Takes the files out of some tickets whose unit keeps them no longer, in a transaction of its own; words stay, and what the files were called. */
@ApplicationScoped
class FileRemoval {

    /** Before all tickets. */
    static final long FIRST = 0;

    private static final int AT_ONCE = 100;

    private static final String TICKETS = """
            select id from tickets_ticket where %s and id > ?2 and exists (select 1 from tickets_message m
                join tickets_message_file a on a.message_id = m.id join attachments_file f on f.id = a.file_id
                where m.ticket_id = tickets_ticket.id and f.removed_at is null)
            order by id limit %d for update skip locked""";

    /** A file that another ticket has too goes when its time is over in all of them. */
    private static final String FILES = """
            select distinct cast(a.file_id as text) from tickets_message m join tickets_message_file a on a.message_id = m.id
                join attachments_file f on f.id = a.file_id and f.removed_at is null
            where m.ticket_id = any(cast(?2 as bigint[])) and not exists (select 1 from tickets_ticket
                where id in (select o.ticket_id from tickets_message_file x join tickets_message o on o.id = x.message_id
                    where x.file_id = a.file_id) and not coalesce((%s), false))""";

    /** How many each ticket loses: in what everybody reads there, and among the staff. */
    private static final String LOSSES = """
            select ticket_id, count(*) filter (where told), count(*) filter (where not told) from (
                select m.ticket_id, a.file_id, bool_or(not m.internal) as told from tickets_message_file a
                    join tickets_message m on m.id = a.message_id where a.file_id = any(cast(?1 as uuid[])) group by 1, 2) one
            group by 1 order by 1""";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @EJB
    Retention retention;

    @EJB
    FilePeriods periods;

    @EJB
    OldFiles files;

    @Inject
    Ledger ledger;

    @EJB
    AuditTrail audit;

    /**
     * Of some of the tickets behind that one, unless another node is at it; those that somebody is just changing are left for another time.
     *
     * @return the last of them, where to go on; null when there are no more
     */
    @Transactional(TxType.REQUIRES_NEW)
    public @Nullable Long some(long after) {
        var set = periods.set();
        if (set.isEmpty() || !isAlone()) {
            return null;
        }
        var due = retention.old(FilesDue.of(set));
        List<?> tickets = em.createNativeQuery(TICKETS.formatted(due, AT_ONCE))
                .setParameter(1, now())
                .setParameter(2, after)
                .getResultList();
        if (tickets.isEmpty()) {
            return null;
        }
        var ids = tickets.stream().map(id -> ((Number) id).longValue()).toList();
        remove(leaving(ids, due));
        return ids.get(ids.size() - 1);
    }

    private boolean isAlone() {
        return (Boolean) em.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended('tickets:files', 0))")
                .getSingleResult();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Set<UUID> leaving(List<Long> tickets, String due) {
        List<?> rows = em.createNativeQuery(FILES.formatted(due))
                .setParameter(1, now())
                .setParameter(2, SqlArray.of(tickets))
                .getResultList();
        return rows.stream().map(id -> UUID.fromString((String) id)).collect(Collectors.toSet());
    }

    private void remove(Set<UUID> leaving) {
        if (leaving.isEmpty()) {
            return;
        }
        List<?> losses = em.createNativeQuery(LOSSES)
                .setParameter(1, leaving.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultList();
        losses.stream().map(Object[].class::cast).forEach(this::tell);
        files.remove(leaving);
        audit.record(
                null,
                Audited.of(AuditSubject.PRIVACY, 0, "tickets.audit.files-removed")
                        .to(Map.of("tickets", losses.size(), "files", leaving.size())));
    }

    private void tell(Object[] row) {
        var act = Act.byItself(em.find(Ticket.class, ((Number) row[0]).longValue()));
        var told = ((Number) row[1]).longValue();
        var internal = ((Number) row[2]).longValue();
        if (told > 0) {
            ledger.record(act, EventType.FILES_REMOVED, null, Long.toString(told));
        }
        if (internal > 0) {
            ledger.record(act, EventType.FILES_REMOVED, null, Long.toString(internal))
                    .amongStaff();
        }
    }
}
