package org.guiche.reporting;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.guiche.accounts.People;
import org.guiche.channels.Letters;
import org.guiche.shared.AccessDenied;

/**
 * Sends the reports that are due, each in a transaction that both writes its mail and says when the next one is due: what another node
 * holds is left to it, nothing is sent twice, and what was not written is due still.
 */
@Stateless
public class Mailing {

    /** What fails that often waits for its next moment. */
    static final int MOST_TRIES = 5;

    private static final Duration LATER = Duration.ofMinutes(5);
    private static final int AT_ONCE = 200;

    @PersistenceContext
    EntityManager em;

    @Inject
    People people;

    @Inject
    ReportMails mails;

    @EJB
    Letters letters;

    @Inject
    ReportQueries queries;

    @Inject
    Clock clock;

    /** Those that are due, the oldest first. */
    public List<Long> due() {
        List<?> ids = em.createNativeQuery(
                        "select id from reporting_schedule where try_at <= ?1 order by try_at, id limit " + AT_ONCE)
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .getResultList();
        return ids.stream().map(Column::number).toList();
    }

    /**
     * Sends that one with what its reader may see now, if it is still due and nobody else's at the moment. However many moments went
     * by, it is one mail, for the last of them. It ends for whoever may not act any more, or has no reports.
     *
     * @throws AccessDenied where the report has something that its reader may not see any more
     */
    public boolean send(long id) throws IOException {
        var now = clock.instant();
        List<?> rows = em.createNativeQuery(DueSchedule.COLUMNS
                        + " from reporting_schedule where id = ?1 and try_at <= ?2 for update skip locked")
                .setParameter(1, id)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return !rows.isEmpty() && send(DueSchedule.of(rows.get(0)), now);
    }

    private boolean send(DueSchedule due, Instant now) throws IOException {
        var person = people.held(due.personId());
        if (person.isEmpty() || !person.get().readsReports()) {
            end(due.id());
            return false;
        }
        var moment = due.schedule().rhythm().last(now, queries.zone());
        letters.write(
                mails.of(due.schedule(), LocalDate.ofInstant(moment, queries.zone()), ReportMails.MOST, person.get()));
        next(due, now);
        return true;
    }

    private void next(DueSchedule due, Instant now) {
        em.createNativeQuery("update reporting_schedule set due_at = ?2, try_at = ?2, tries = 0 where id = ?1")
                .setParameter(1, due.id())
                .setParameter(
                        2, due.schedule().rhythm().next(now, queries.zone()).atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** It is not sent any more. */
    public void end(long id) {
        em.createNativeQuery("delete from reporting_schedule where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    /** It could not be sent: it is tried later, and after some times not before its next moment. */
    public void failed(long id) {
        var now = clock.instant();
        List<?> rows = em.createNativeQuery(
                        DueSchedule.COLUMNS + " from reporting_schedule where id = ?1 for update skip locked")
                .setParameter(1, id)
                .getResultList();
        rows.stream().map(DueSchedule::of).forEach(due -> {
            if (due.tries() + 1 >= MOST_TRIES) {
                next(due, now);
            } else {
                em.createNativeQuery("update reporting_schedule set try_at = ?2, tries = tries + 1 where id = ?1")
                        .setParameter(1, id)
                        .setParameter(2, now.plus(LATER).atOffset(ZoneOffset.UTC))
                        .executeUpdate();
            }
        });
    }
}
