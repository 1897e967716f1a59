package org.guiche.tickets;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiche.attachments.StorageSurvey;
import org.guiche.attachments.StorageSurvey.Leaving;
import org.guiche.attachments.StorageSurvey.Use;
import org.guiche.shared.Retention;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Units;

/** Says what the files of tickets are: of which unit, and of what kind; one that several messages have is one. */
@Dependent
class TicketStorage {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Units units;

    @EJB
    Retention retention;

    @EJB
    FilePeriods periods;

    void asked(@Observes StorageSurvey survey) {
        Map<Long, String> names = units.all().stream().collect(Collectors.toMap(BusinessUnit::id, BusinessUnit::name));
        List<?> rows = em.createNativeQuery("""
                        select u.unit_id, f.media_type, count(*), sum(c.size), coalesce(sum(c.size) filter (where f.pool is not null), 0)
                        from (select distinct t.unit_id, a.file_id from tickets_message_file a
                                join tickets_message m on m.id = a.message_id join tickets_ticket t on t.id = m.ticket_id) u
                            join attachments_file f on f.id = u.file_id join attachments_content c on c.sha256 = f.sha256
                        group by 1, 2""").getResultList();
        rows.stream().map(Object[].class::cast).forEach(row -> survey.of(use(row, names)));
        leaving(survey, names);
    }

    /** Though their tickets stay. */
    private void leaving(StorageSurvey survey, Map<Long, String> names) {
        var set = periods.set();
        if (set.isEmpty()) {
            return;
        }
        List<?> rows = em.createNativeQuery("""
                        select u.unit_id, count(*), sum(c.size)
                        from (select distinct d.unit_id, a.file_id from (select id, unit_id from tickets_ticket where %s) d
                                join tickets_message m on m.ticket_id = d.id join tickets_message_file a on a.message_id = m.id) u
                            join attachments_file f on f.id = u.file_id join attachments_content c on c.sha256 = f.sha256
                        group by 1""".formatted(retention.old(FilesDue.of(set))))
                .setParameter(1, clock.instant().plus(StorageSurvey.AHEAD).atOffset(ZoneOffset.UTC))
                .getResultList();
        rows.stream()
                .map(Object[].class::cast)
                .forEach(row ->
                        survey.leaving(new Leaving(name(number(row[0]), names), number(row[1]), number(row[2]))));
    }

    private static String name(long unit, Map<Long, String> names) {
        return names.getOrDefault(unit, String.valueOf(unit));
    }

    private static Use use(Object[] row, Map<Long, String> names) {
        var unit = number(row[0]);
        return new Use(
                name(unit, names), "unit/" + unit, (String) row[1], number(row[2]), number(row[3]), number(row[4]));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
