package org.guiche.reporting;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.RuleViolation;

/** The reports that people have sent to them by mail (PRODUCT 9). Each sees and changes the own ones only. */
@Stateless
public class Schedules {

    private static final int MOST = 20;
    private static final int LONGEST_ADDRESS = 1_000;

    @PersistenceContext
    EntityManager em;

    @Inject
    ReportQueries queries;

    @Inject
    Clock clock;

    /**
     * Those of that person, the next one first.
     *
     * @throws AccessDenied for whoever has no reports
     */
    public List<DueSchedule> of(Person person) {
        if (!person.readsReports()) {
            throw new AccessDenied("reporting.denied");
        }
        List<?> rows = em.createNativeQuery(
                        DueSchedule.COLUMNS + " from reporting_schedule where person_id = ?1 order by due_at, id")
                .setParameter(1, person.id())
                .getResultList();
        return rows.stream().map(DueSchedule::of).toList();
    }

    /** The one of that report, while the person has it sent. */
    public Optional<DueSchedule> find(Report report, String address, Person person) {
        return of(person).stream()
                .filter(one -> one.schedule().report() == report
                        && one.schedule().address().equals(address))
                .findFirst();
    }

    /**
     * Has it sent from its next moment on; one that is sent already is sent as that says from now on.
     *
     * @throws RuleViolation where there are too many, or the address is too long
     * @throws AccessDenied for whoever has no reports
     */
    public void save(Schedule schedule, Person person) {
        if (schedule.address().length() > LONGEST_ADDRESS) {
            throw RuleViolation.of("when", "reporting.schedule.address");
        }
        var all = of(person);
        if (all.size() >= MOST
                && find(schedule.report(), schedule.address(), person).isEmpty()) {
            throw RuleViolation.of("when", "reporting.schedule.many", MOST);
        }
        var now = clock.instant();
        var due = schedule.rhythm().next(now, queries.zone()).atOffset(ZoneOffset.UTC);
        em.createNativeQuery("""
                        insert into reporting_schedule
                            (person_id, report, address, words, every, day, hour, span, format, due_at, try_at, created_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, ?11)
                        on conflict (person_id, report, address) do update set every = excluded.every, day = excluded.day,
                            hour = excluded.hour, span = excluded.span, format = excluded.format, due_at = excluded.due_at,
                            try_at = excluded.try_at, tries = 0""")
                .setParameter(1, person.id())
                .setParameter(2, schedule.report().name())
                .setParameter(3, schedule.address())
                .setParameter(4, URLDecoder.decode(schedule.address(), StandardCharsets.UTF_8))
                .setParameter(5, schedule.rhythm().every().name())
                .setParameter(6, schedule.rhythm().day())
                .setParameter(7, schedule.rhythm().hour())
                .setParameter(8, schedule.span().name())
                .setParameter(9, schedule.format().name())
                .setParameter(10, due)
                .setParameter(11, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Has it sent no longer. */
    public void end(Report report, String address, Person person) {
        em.createNativeQuery("delete from reporting_schedule where person_id = ?1 and report = ?2 and address = ?3")
                .setParameter(1, person.id())
                .setParameter(2, report.name())
                .setParameter(3, address)
                .executeUpdate();
    }
}
