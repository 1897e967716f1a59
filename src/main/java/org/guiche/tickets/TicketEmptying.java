package org.guiche.tickets;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.Nobody;
import org.guiche.attachments.Attachments;
import org.guiche.shared.JsonText;
import org.guiche.shared.Kept;
import org.guiche.shared.Retention;
import org.guiche.shared.SqlArray;

/** Takes texts, answers, files and whoever asked out of some tickets, in a transaction of its own; times, statuses and events stay. */
@ApplicationScoped
class TicketEmptying {

    static final int AT_ONCE = 100;

    private static final String REMOVED = "[removido]";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @EJB
    Retention retention;

    @EJB
    Nobody nobody;

    @EJB
    Attachments attachments;

    @EJB
    AuditTrail audit;

    @Inject
    Event<TicketsEmptied> emptied;

    /** Some of those whose time is over, {@link #AT_ONCE} at most; those that somebody is just changing are left for another time. */
    @Transactional(TxType.REQUIRES_NEW)
    public int some(Kept kind) {
        var ids = retention.some(kind, "id", AT_ONCE);
        if (!ids.isEmpty()) {
            empty(ids);
        }
        return ids.size();
    }

    private void empty(List<Long> ids) {
        var tickets = SqlArray.of(ids);
        var alias = nobody.id();
        events(tickets, alias);
        files(tickets);
        messages(tickets, alias);
        change(
                "update tickets_rating set comment = '', person_id = ?2 where ticket_id = any(cast(?1 as bigint[]))",
                tickets,
                alias);
        change("update tickets_merge set carried = '[]' where ticket_id = any(cast(?1 as bigint[]))", tickets);
        change("delete from tickets_draft where ticket_id = any(cast(?1 as bigint[]))", tickets);
        change("delete from tickets_reply_draft where ticket_id = any(cast(?1 as bigint[]))", tickets);
        tickets(tickets, alias);
        emptied.fire(new TicketsEmptied(ids));
        audit.record(
                null,
                Audited.of(AuditSubject.PRIVACY, 0, "tickets.audit.emptied").to(Map.of("tickets", ids.size())));
    }

    /** While it is still known whose they are. */
    private void events(String tickets, long alias) {
        em.createNativeQuery("select tickets_empty_events(cast(?1 as bigint[]), ?2)")
                .setParameter(1, tickets)
                .setParameter(2, alias)
                .getSingleResult();
    }

    /** A file that a message elsewhere has too stays there. */
    private void files(String tickets) {
        List<?> gone = em.createNativeQuery("""
                        with let as (delete from tickets_message_file f using tickets_message m
                            where m.id = f.message_id and m.ticket_id = any(cast(?1 as bigint[])) returning f.message_id, f.file_id)
                        select distinct cast(let.file_id as text) from let where not exists (select 1 from tickets_message_file o
                            where o.file_id = let.file_id and o.message_id not in (select message_id from let))""").setParameter(1, tickets).getResultList();
        attachments.forget(gone.stream().map(id -> UUID.fromString((String) id)).toList());
    }

    private void messages(String tickets, long alias) {
        change("""
                update tickets_message m set html = '<p>' || ?2 || '</p>', plain = ?2, heading = '', cc = '[]',
                    author_id = case when m.author_id = t.requester_id then ?3 else m.author_id end
                from tickets_ticket t where t.id = m.ticket_id and t.id = any(cast(?1 as bigint[]))""", tickets, REMOVED, alias);
    }

    private void tickets(String tickets, long alias) {
        var contact = JsonText.object()
                .add("name", Nobody.alias())
                .add("email", Nobody.EMAIL)
                .build()
                .toString();
        change("""
                update tickets_ticket set subject = ?2, answers = '{}', cc = '[]', contact = cast(?3 as jsonb),
                    opened_by_id = case when opened_by_id = requester_id then ?4 else opened_by_id end, requester_id = ?4, emptied_at = ?5
                where id = any(cast(?1 as bigint[]))""", tickets, REMOVED, contact, alias, clock.instant().atOffset(ZoneOffset.UTC));
    }

    private void change(String sql, Object... values) {
        var query = em.createNativeQuery(sql);
        for (var i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }
}
