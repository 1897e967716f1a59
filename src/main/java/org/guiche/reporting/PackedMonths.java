package org.guiche.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Keeps how long things took in months that are over, packed: {@code reporting_packed}, and by label {@code reporting_packed_label}. A month that changes is unpacked at once, and
 * packed again when nothing in it changed for a while.
 */
@Dependent
class PackedMonths {

    private static final Duration QUIET = Duration.ofMinutes(1);

    /** The columns of numbers, by the column of {@code reporting_ticket} that each comes from. */
    static final Map<String, String> EACH = Map.of(
            "created_hour", "hours",
            "agent_id", "agents",
            "classification_id", "classifications",
            "company_id", "companies",
            "group_id", "groups");

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** The first days of the months that lie wholly within that time and are packed. */
    SortedSet<LocalDate> within(Period period) {
        var months = new TreeSet<LocalDate>();
        List<?> found = em.createNativeQuery("""
                        select month from reporting_packed_month where packed and month between ?1 and cast(?2 as date) - interval '1 month'""")
                .setParameter(1, period.from())
                .setParameter(2, period.to().plusDays(1))
                .getResultList();
        found.forEach(month -> months.add(Column.date(month)));
        return months;
    }

    /** These tickets change, or have changed: call it before and after. */
    void touch(String tickets) {
        em.createNativeQuery("""
                        update reporting_packed_month m set packed = false, touched_at = ?2 from (
                            select cast(date_trunc('month', cast(unnest(array[answered_day, solved_day]) as timestamp)) as date) as month
                            from reporting_ticket where ticket_id = any(cast(?1 as bigint[])) group by 1) t where t.month = m.month""")
                .setParameter(1, tickets)
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Packs the oldest month that waits for it; whether there was one. */
    boolean packNext() {
        know();
        List<?> found = em.createNativeQuery("""
                        select month from reporting_packed_month where not packed and touched_at <= ?1 order by month limit 1""")
                .setParameter(1, clock.instant().minus(QUIET).atOffset(ZoneOffset.UTC))
                .getResultList();
        found.forEach(month -> pack(Column.date(month)));
        return !found.isEmpty();
    }

    /** Of which months there is something, up to the one before this. */
    private void know() {
        em.createNativeQuery("""
                        insert into reporting_packed_month (month, touched_at)
                        select cast(month as date), ?1 from generate_series(
                            date_trunc('month', (select cast(min(answered_day) as timestamp) from reporting_ticket)),
                            date_trunc('month', cast(?2 as timestamp)) - interval '1 month', interval '1 month') month
                        on conflict (month) do nothing""")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, today())
                .executeUpdate();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void pack(LocalDate month) {
        run("delete from reporting_packed where month = ?1", month);
        for (var moment : Moment.values()) {
            run("""
                    insert into reporting_packed (moment, month, unit_id, sector_id, priority, channel, hours, agents, classifications,
                        companies, groups, business, running)
                    select '%s', cast(?1 as date), unit_id, sector_id, priority, channel, string_agg(int2send(created_hour), ''),
                        string_agg(int4send(cast(coalesce(agent_id, -1) as int)), ''),
                        string_agg(int4send(cast(coalesce(classification_id, -1) as int)), ''),
                        string_agg(int4send(cast(coalesce(company_id, -1) as int)), ''), string_agg(int4send(cast(group_id as int)), ''),
                        string_agg(int4send(%s), ''), string_agg(int4send(%s), '')
                    from reporting_ticket where %s between ?1 and cast(?1 as date) + interval '1 month' - interval '1 day'
                    group by unit_id, sector_id, priority, channel""".formatted(moment, moment.minutesTaken(false), moment.minutesTaken(true), moment.day()), month);
        }
        run("delete from reporting_packed_label where month = ?1", month);
        run("""
                insert into reporting_packed_label (month, unit_id, label_id, minutes)
                select cast(?1 as date), unit_id, label_id, string_agg(int4send(%s), '')
                from reporting_ticket cross join lateral unnest(labels) label_id
                where answered_day between ?1 and cast(?1 as date) + interval '1 month' - interval '1 day'
                group by unit_id, label_id""".formatted(Moment.ANSWERED.minutesTaken(false)), month);
        run("update reporting_packed_month set packed = true where month = ?1", month);
    }

    private void run(String sql, LocalDate month) {
        em.createNativeQuery(sql).setParameter(1, month).executeUpdate();
    }
}
