package org.guiche.shared;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/** How long which rows are kept: what each module says by itself, unless somebody said otherwise, within what the law wants at least. */
@Stateless
public class Retention {

    static final int MOST = 36_500;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Event<RetentionSurvey> surveys;

    @Inject
    Event<HeldData> holds;

    /** Since when rows of that kind have had their time: since ever, where they stay for good. */
    public Instant before(Kept kind) {
        return before(days(kind));
    }

    private Instant before(int days) {
        return days == Kept.FOR_GOOD ? Instant.EPOCH : clock.instant().minus(Duration.ofDays(days));
    }

    private int days(Kept kind) {
        List<?> said = em.createNativeQuery("select days from shared_retention where kind = ?1")
                .setParameter(1, kind.table())
                .getResultList();
        return said.isEmpty() ? kind.days() : Math.max(kind.least(), ((Number) said.get(0)).intValue());
    }

    /** Which rows of that kind go, with {@code ?1} for since when: nothing that is held. */
    public String old(Kept kind) {
        var held = new HeldData();
        holds.fire(held);
        return kind.old(held);
    }

    /**
     * Some rows of that kind that go, by that column of numbers: held until the caller's transaction ends, without those that somebody
     * else holds just now, which are left for another time.
     */
    public List<Long> some(Kept kind, String column, int most) {
        List<?> rows = em.createNativeQuery("select %s from %s where %s limit %d for update skip locked"
                        .formatted(column, kind.table(), old(kind), most))
                .setParameter(1, before(kind).atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }

    /** Every kind and how it stands. Changes nothing. */
    public List<KeptState> survey() {
        var survey = new RetentionSurvey();
        surveys.fire(survey);
        return survey.kinds().stream()
                .sorted(Comparator.comparing(Kept::table))
                .map(kind -> state(kind, days(kind)))
                .toList();
    }

    /** How that kind would stand with so many days: a trial. Refuses a kind that there is not, too few days and too many. */
    public KeptState trial(String table, int days) {
        var kind = kind(table);
        check(kind, days);
        return state(kind, days);
    }

    private Kept kind(String table) {
        var survey = new RetentionSurvey();
        surveys.fire(survey);
        return survey.kinds().stream()
                .filter(one -> one.table().equals(table))
                .findFirst()
                .orElseThrow(() -> new NotFound("shared.retention.unknown"));
    }

    private static void check(Kept kind, int days) {
        if (days < kind.least() || days > MOST) {
            throw RuleViolation.of("days", "shared.retention.days", Texts.get(kind.label()), kind.least(), MOST);
        }
    }

    private KeptState state(Kept kind, int days) {
        var held = new HeldData();
        holds.fire(held);
        var rows = kind.also().isEmpty() ? kind.table() : kind.table() + " where " + kind.also();
        var all = (Object[]) em.createNativeQuery("select count(*), min(" + kind.since() + ") from " + rows)
                .getSingleResult();
        var due = (Number) em.createNativeQuery("select count(*) from " + kind.table() + " where " + kind.old(held))
                .setParameter(1, before(days).atOffset(ZoneOffset.UTC))
                .getSingleResult();
        return new KeptState(
                kind,
                days,
                ((Number) all[0]).longValue(),
                due.longValue(),
                all[1] == null ? null : ((Timestamp) all[1]).toInstant());
    }

    /** From now on rows of that kind are kept so long. Whoever asks has seen to it that this person may say so. */
    public void keep(String table, int days, long by) {
        check(kind(table), days);
        em.createNativeQuery("""
                        insert into shared_retention (kind, days, changed_at, changed_by) values (?1, ?2, ?3, ?4)
                        on conflict (kind) do update set days = excluded.days, changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
                .setParameter(1, table)
                .setParameter(2, days)
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(4, by)
                .executeUpdate();
    }

    /** From now on rows of that kind stay until somebody says how long. Refuses one that goes by itself. */
    public void keepForGood(String table) {
        var kind = kind(table);
        if (!kind.isForGood()) {
            throw RuleViolation.of("days", "shared.retention.days", Texts.get(kind.label()), kind.least(), MOST);
        }
        em.createNativeQuery("delete from shared_retention where kind = ?1")
                .setParameter(1, table)
                .executeUpdate();
    }
}
