package org.guiche.tickets;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Does what is due. Tickets are locked together with their timers, and what another node or a person holds at the moment is left
 * for the next pass: nobody waits, and nothing happens twice, for a timer goes in the transaction that acts on it.
 */
@Stateless
public class TimerPass {

    /** After so many failures a timer waits for an administrator. */
    static final int MOST_ATTEMPTS = 5;

    private static final int A_MINUTE = 60;

    private static final String DUE = DueTimer.COLUMNS + """
            from tickets_timer m join tickets_ticket t on t.id = m.ticket_id
            where m.attempts < 5 and m.due_at <= ?1 and m.\
            """;
    private static final String IN_ORDER = " order by m.due_at, m.id limit 50 for update skip locked";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    TimerActs acts;

    @Inject
    TriageRounds rounds;

    @Inject
    Event<TimersActed> acted;

    @Inject
    Event<DeadlineAlarms> alarms;

    /** The oldest ones that are due, in one transaction; gives how many there were. */
    public int some() {
        var due = read(DUE + "attempts = 0" + IN_ORDER);
        act(due);
        return due.size();
    }

    /** The ids of the oldest ones that are due, for whoever takes them one by one. */
    public List<Long> ids() {
        return read(DUE + "attempts = 0" + IN_ORDER).stream().map(DueTimer::id).toList();
    }

    /** The ids of those that failed, a minute or more ago. */
    public List<Long> failedIds() {
        var before = clock.instant().minusSeconds(A_MINUTE);
        return read(DUE + "attempts > 0 and m.tried_at < '" + before + "'" + IN_ORDER).stream()
                .map(DueTimer::id)
                .toList();
    }

    /** That one, if it is still due and nobody else's at the moment. */
    public void one(long id) {
        act(read(DUE + "id = " + id + IN_ORDER));
    }

    private List<DueTimer> read(String sql) {
        List<?> rows = em.createNativeQuery(sql).setParameter(1, now()).getResultList();
        return rows.stream().map(DueTimer::of).toList();
    }

    private void act(List<DueTimer> due) {
        if (due.isEmpty()) {
            return;
        }
        prepare(due);
        var done = new EnumMap<TimerKind, Long>(TimerKind.class);
        var told = new ArrayList<DeadlineAlarm>();
        var taken = takeLonely(due);
        for (var timer : due) {
            if (taken.contains(timer.id()) || take(timer)) {
                var alarm = acts.act(em.find(Ticket.class, timer.ticketId()), timer);
                if (alarm != null) {
                    told.add(alarm);
                }
                done.merge(timer.kind(), 1L, Long::sum);
            }
        }
        alarms.fire(new DeadlineAlarms(told));
        acted.fire(new TimersActed(done));
    }

    private void prepare(List<DueTimer> due) {
        if (due.size() > 1) {
            read(Ticket.class, due.stream().map(DueTimer::ticketId));
            read(ServiceClock.class, due.stream().map(DueTimer::clockId));
        }
    }

    /** Reads them at once, so that each is found where it is needed. */
    private void read(Class<?> type, Stream<@Nullable Long> ids) {
        var wanted = ids.filter(Objects::nonNull).distinct().toList();
        if (!wanted.isEmpty()) {
            em.createQuery("select e from " + type.getSimpleName() + " e where e.id in :ids", type)
                    .setParameter("ids", wanted)
                    .getResultList();
        }
    }

    /** Nothing in this pass takes back what is the only one of its ticket: all of these go at once. Gives their ids. */
    private Set<Long> takeLonely(List<DueTimer> due) {
        var lonely = due.stream().collect(groupingBy(DueTimer::ticketId)).values().stream()
                .filter(timers -> timers.size() == 1)
                .map(timers -> timers.get(0).id())
                .collect(toSet());
        if (!lonely.isEmpty()) {
            em.createQuery("delete from TicketTimer t where t.id in :ids")
                    .setFlushMode(FlushModeType.COMMIT)
                    .setParameter("ids", lonely)
                    .executeUpdate();
        }
        return lonely;
    }

    /**
     * Whether it is still there: what happened before it in this pass may have taken it back. That was told to the database at once,
     * so what else was done may wait for the end and be written in one go.
     */
    private boolean take(DueTimer timer) {
        return em.createQuery("delete from TicketTimer t where t.id = :id")
                        .setFlushMode(FlushModeType.COMMIT)
                        .setParameter("id", timer.id())
                        .executeUpdate()
                == 1;
    }

    /** Notes that this one failed and why, so that the others go on. */
    public void failed(long id, String why) {
        em.createNativeQuery(
                        "update tickets_timer set attempts = attempts + 1, tried_at = ?2, last_error = ?3 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, now())
                .setParameter(3, why)
                .executeUpdate();
    }

    /** When the next one is due, or the next round, however long that is; nothing where none waits. */
    public Optional<Instant> next() {
        var first = (Timestamp) em.createNativeQuery("select min(due_at) from tickets_timer where attempts = 0")
                .getSingleResult();
        return Stream.concat(Stream.ofNullable(first).map(Timestamp::toInstant), rounds.next().stream())
                .min(Instant::compareTo);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
