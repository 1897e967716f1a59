package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.units.Units;

/** What tickets have to do with each other: links, and what was merged into what. */
@Dependent
class Ties {

    /** One at a time makes tickets one, or one the part of another: rings cannot come about between two. */
    private static final long ONE_AT_A_TIME = 4_809_221_001L;

    /** A ticket and all that was merged into it, however many steps away. */
    static final String TOLD = """
            with recursive told (id) as (select cast(?1 as bigint)
                union select t.id from tickets_ticket t join told on t.merged_into = told.id)
            """;

    private static final String LINKED = TOLD + """
            select l.kind, true, t.id, t.subject, t.unit_id, t.status_id from told join tickets_link l on l.ticket_id = told.id
                join tickets_ticket t on t.id = l.target_id where t.id not in (select id from told) and %1$s
            union select l.kind, false, t.id, t.subject, t.unit_id, t.status_id from told join tickets_link l on l.target_id = told.id
                join tickets_ticket t on t.id = l.ticket_id where t.id not in (select id from told) and %1$s
            union select 'MERGED', false, t.id, t.subject, t.unit_id, t.status_id from told
                join tickets_ticket t on t.id = told.id where t.id <> ?1 and %1$s
            order by 1, 2 desc, 3""";

    private static final String PARENTS = """
            with recursive above (id) as (select target_id from tickets_link where ticket_id = ?1 and kind = 'PARENT'
                union select l.target_id from tickets_link l join above on l.ticket_id = above.id where l.kind = 'PARENT')
            select id from above""";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Units units;

    /** Waits until nobody else makes one of several tickets, and lets nobody else until the transaction ends. */
    void alone() {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(?1)")
                .setParameter(1, ONE_AT_A_TIME)
                .getSingleResult();
    }

    /** Where a ticket is told by now: itself, or what it was merged into, as far as the person may see it. */
    Ticket told(Ticket ticket, Person person) {
        var into = ticket.status.mergedInto();
        var next = into == null ? null : em.find(Ticket.class, into);
        return next == null || !TicketAccess.canRead(person, next) ? ticket : told(next, person);
    }

    /** The numbers of a ticket and all that it tells. */
    List<Long> tells(long ticketId) {
        return ids(TOLD + "select id from told", ticketId);
    }

    private List<Long> ids(String sql, long ticketId) {
        List<?> rows = em.createNativeQuery(sql).setParameter(1, ticketId).getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** What belongs together with it, as far as the person may see it; also what belonged to what was merged into it. */
    List<LinkedTicket> of(long ticketId, Person person) {
        List<?> rows = em.createNativeQuery(LINKED.formatted(TicketAccess.visible(person)))
                .setParameter(1, ticketId)
                .getResultList();
        return rows.stream().map(row -> linked((Object[]) row)).distinct().toList();
    }

    private LinkedTicket linked(Object[] row) {
        var role = row[0].equals("MERGED")
                ? LinkRole.MERGED
                : LinkRole.of(LinkKind.valueOf((String) row[0]), (Boolean) row[1]);
        return new LinkedTicket(
                role,
                new TicketCode(((Number) row[2]).longValue()),
                (String) row[3],
                units.get(((Number) row[4]).longValue()).status(((Number) row[5]).longValue()));
    }

    /** What a ticket is made of, and what that is made of, upwards. */
    List<Long> parents(long ticketId) {
        return ids(PARENTS, ticketId);
    }

    /** What it is made of and is not done yet. */
    List<TicketCode> unfinishedChildren(long ticketId) {
        return ids("""
                        select t.id from tickets_link l join tickets_ticket t on t.id = l.ticket_id
                        where l.target_id = ?1 and l.kind = 'PARENT' and t.category in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD')
                        order by t.id""", ticketId).stream().map(TicketCode::new).toList();
    }

    /** Ties two tickets; whether that is something new. */
    boolean tie(long ticketId, LinkRole role, long otherId, Person by) {
        var from = isFrom(ticketId, role, otherId) ? ticketId : otherId;
        return em.createNativeQuery("""
                                insert into tickets_link (ticket_id, target_id, kind, created_at, created_by)
                                values (?1, ?2, ?3, ?4, ?5) on conflict do nothing""")
                        .setParameter(1, from)
                        .setParameter(2, from == ticketId ? otherId : ticketId)
                        .setParameter(3, role.kind().name())
                        .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
                        .setParameter(5, by.id())
                        .executeUpdate()
                == 1;
    }

    /** Which of both it is kept of: of what is only related, the later one, so that it is kept once. */
    private static boolean isFrom(long ticketId, LinkRole role, long otherId) {
        return role == LinkRole.RELATED ? ticketId > otherId : role.isOutgoing();
    }

    /** Takes a link back, also one of what was merged into the ticket; whether there was one. */
    boolean untie(long ticketId, LinkRole role, long otherId) {
        var here = isOwn(role, true);
        var there = isOwn(role, false);
        return em.createNativeQuery(
                                TOLD + "delete from tickets_link l where l.kind = ?3 and (false" + here + there + ")")
                        .setParameter(1, ticketId)
                        .setParameter(2, otherId)
                        .setParameter(3, role.kind().name())
                        .executeUpdate()
                > 0;
    }

    private static String isOwn(LinkRole role, boolean outgoing) {
        if (role != LinkRole.RELATED && role.isOutgoing() != outgoing) {
            return "";
        }
        return outgoing
                ? " or (l.ticket_id in (select id from told) and l.target_id = ?2)"
                : " or (l.target_id in (select id from told) and l.ticket_id = ?2)";
    }
}
