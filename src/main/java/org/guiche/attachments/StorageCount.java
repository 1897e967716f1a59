package org.guiche.attachments;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.guiche.attachments.CountTable.Counted;
import org.guiche.attachments.StorageReport.Limits;
import org.guiche.attachments.StorageReport.Total;
import org.guiche.attachments.StorageReport.Unit;
import org.guiche.attachments.StorageSurvey.Leaving;
import org.guiche.attachments.StorageSurvey.Use;
import org.jspecify.annotations.Nullable;

/** Counts what files take: the database adds up, and those who use files say what they are of. */
@Dependent
class StorageCount {

    private static final long MEGABYTE = 1024L * 1024;

    @PersistenceContext
    EntityManager em;

    @Inject
    Event<StorageSurvey> surveys;

    @Inject
    Clock clock;

    private record Kept(String mediaType, boolean used, Total total) {}

    /** Counts, and says how long that took. */
    Counted timed() {
        var began = System.nanoTime();
        var report = count();
        return new Counted(report, Duration.ofNanos(System.nanoTime() - began));
    }

    private StorageReport count() {
        var kept = kept();
        var survey = new StorageSurvey();
        surveys.fire(survey);
        return new StorageReport(
                kept.stream().map(Kept::total).reduce(Total.NONE, Total::plus),
                total("select count(*), sum(size) from attachments_content where removed_at is null"),
                kept.stream().filter(one -> !one.used()).map(Kept::total).reduce(Total.NONE, Total::plus),
                unfinished(),
                total(
                        "select count(*), sum(size) from attachments_content where scan = 'INFECTED' and removed_at is null"),
                total("select count(*), sum(size) from attachments_content where scan = 'WAITING'"),
                units(survey),
                groups(kept),
                limits(),
                clock.instant());
    }

    private List<Kept> kept() {
        List<?> rows = em.createNativeQuery("""
                        select f.media_type, f.used_at is not null, count(*), sum(c.size)
                        from attachments_file f join attachments_content c using (sha256) group by 1, 2""").getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Kept((String) row[0], (Boolean) row[1], total(row[2], row[3])))
                .toList();
    }

    private Total unfinished() {
        var row = (Object[]) em.createNativeQuery("""
                        select count(*), sum(received) from attachments_upload where state <> 'COMPLETE' and expires_at > ?1""")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .getSingleResult();
        return total(row[0], row[1]);
    }

    private Total total(String sql) {
        var row = (Object[]) em.createNativeQuery(sql).getSingleResult();
        return total(row[0], row[1]);
    }

    private static Total total(Object count, @Nullable Object bytes) {
        return new Total(((Number) count).longValue(), bytes == null ? 0 : ((Number) bytes).longValue());
    }

    private static Map<FileGroup, Total> groups(List<Kept> kept) {
        var groups = new EnumMap<FileGroup, Total>(FileGroup.class);
        kept.forEach(one -> groups.merge(FileGroup.of(one.mediaType()), one.total(), Total::plus));
        return groups;
    }

    private static List<Unit> units(StorageSurvey survey) {
        var leaving = survey.leaving().stream()
                .collect(toMap(Leaving::name, one -> new Total(one.files(), one.bytes()), Total::plus));
        return survey.uses().stream().collect(groupingBy(Use::name)).entrySet().stream()
                .map(one -> unit(one.getKey(), one.getValue(), leaving.getOrDefault(one.getKey(), Total.NONE)))
                .sorted(Comparator.comparingLong((Unit one) -> one.total().bytes())
                        .reversed())
                .toList();
    }

    private static Limits limits() {
        var settings = AttachmentsSettings.read();
        return new Limits(
                settings.unitMegabytes() * MEGABYTE,
                settings.personMegabytes() * MEGABYTE,
                settings.unusedBytes(),
                settings.largeBytes());
    }

    private static Unit unit(String name, List<Use> uses, Total leaving) {
        var groups = new EnumMap<FileGroup, Total>(FileGroup.class);
        uses.forEach(
                one -> groups.merge(FileGroup.of(one.mediaType()), new Total(one.files(), one.bytes()), Total::plus));
        return new Unit(
                name,
                groups.values().stream().reduce(Total.NONE, Total::plus),
                groups,
                uses.stream().anyMatch(one -> !one.pool().isEmpty()),
                uses.stream().mapToLong(Use::large).sum(),
                leaving);
    }
}
