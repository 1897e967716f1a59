package org.guiche.channels;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.shared.Page;
import org.guiche.tickets.TicketAccess;
import org.guiche.tickets.TicketCode;
import org.guiche.units.ServiceMetric;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told in the pages, and what of it is read. A notification is shown only as long as its reader may see the ticket: a
 * right that ended takes it away, from the list and from the number at the bell alike.
 */
@Stateless
public class Notifications {

    /** The bell counts no further. */
    public static final int COUNTED = 100;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** The codes of the tickets that the unread ones are about, each as often as there are; a hundred at most. */
    public List<TicketCode> unread(Person person) {
        // the staff sees every ticket: its bell is counted on the index alone
        var visible = person.isStaff()
                ? ""
                : " and exists (select 1 from tickets_ticket t where t.id = n.ticket_id and "
                        + TicketAccess.visible(person) + ")";
        List<?> ids = em.createNativeQuery("select n.ticket_id from channels_notification n where n.person_id = ?1"
                        + " and n.read_at is null" + visible + " limit " + COUNTED)
                .setParameter(1, person.id())
                .getResultList();
        return ids.stream().map(id -> new TicketCode(number(id))).toList();
    }

    /**
     * A page of them, newest first, read or not.
     *
     * @param cursor where the page before ended, as that page said; null for the first
     */
    public Page<Notification> list(int limit, @Nullable String cursor, Person person) {
        var after = cursor == null ? null : NotificationCursor.read(cursor);
        var query = em.createNativeQuery(
                        "select n.id, n.ticket_id, t.subject, n.kind, n.detail, n.at, n.read_at is not null"
                                + " from channels_notification n join tickets_ticket t on t.id = n.ticket_id"
                                + " where n.person_id = ?1 and " + TicketAccess.visible(person)
                                + (after == null ? "" : " and (n.at, n.id) < (?2, ?3)")
                                + " order by n.at desc, n.id desc limit " + (limit + 1))
                .setParameter(1, person.id());
        if (after != null) {
            query.setParameter(2, after.at().atOffset(ZoneOffset.UTC)).setParameter(3, after.id());
        }
        return page(query, limit);
    }

    private static Page<Notification> page(Query query, int limit) {
        var items = new ArrayList<Notification>();
        for (var row : query.getResultList()) {
            items.add(notification((Object[]) row));
        }
        if (items.size() <= limit) {
            return new Page<>(items, null);
        }
        var last = items.get(limit - 1);
        return new Page<>(items.subList(0, limit), new NotificationCursor(last.at(), last.id()).toString());
    }

    private static Notification notification(Object[] row) {
        var metric = (String) row[4];
        return new Notification(
                number(row[0]),
                new TicketCode(number(row[1])),
                (String) row[2],
                NotificationKind.valueOf((String) row[3]),
                metric.isEmpty() ? null : ServiceMetric.valueOf(metric),
                ((Timestamp) row[5]).toInstant(),
                (Boolean) row[6]);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** The person has seen the ticket: what was told of it is read. */
    public void read(TicketCode code, Person person) {
        read("person_id = ?2 and ticket_id = ?3 and read_at is null", person)
                .setParameter(3, code.number())
                .executeUpdate();
    }

    /** All that the person was told so far is read; what is just being told again is new, and nobody waits for it. */
    public void readAll(Person person) {
        read(
                        "id in (select id from channels_notification where person_id = ?2 and read_at is null"
                                + " for update skip locked)",
                        person)
                .executeUpdate();
    }

    private Query read(String which, Person person) {
        return em.createNativeQuery("update channels_notification set read_at = ?1 where " + which)
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, person.id());
    }
}
