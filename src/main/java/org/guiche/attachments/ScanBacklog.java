package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.guiche.attachments.ScannerState.Infected;
import org.jspecify.annotations.Nullable;

/** Reads how far the search for viruses is behind. */
@ApplicationScoped
class ScanBacklog {

    private static final int MOST_SHOWN = 100;

    @PersistenceContext
    EntityManager em;

    @Inject
    Scanner scanner;

    @Inject
    Rescans rescans;

    /** All of it. */
    ScannerState state() {
        var standing = scanner.standing();
        return new ScannerState(
                scanner.isThere(),
                standing != null && standing.answers(),
                standing == null ? "" : standing.version(),
                standing == null ? null : standing.since(),
                scanner.settings().letsThrough(),
                waiting(),
                failed(),
                count("scan_failure = 'CRASHED'"),
                count("scan <> 'WAITING' and scan_due_at is not null"),
                count("scan = 'UNSCANNED' and scan_due_at is null"),
                infected(),
                latest(),
                rescans.last().orElse(null));
    }

    /** How many contents nobody may have before they were looked at. */
    long waiting() {
        return count("scan = 'WAITING'");
    }

    /** How many of those that are in line the scanner has failed to look at. */
    long failed() {
        return count("scan = 'WAITING' and scan_failure is not null")
                + count("scan <> 'WAITING' and scan_due_at is not null and scan_failure is not null");
    }

    /** How many infected contents are known. */
    long infected() {
        return count("scan = 'INFECTED'");
    }

    private long count(String which) {
        return ((Number) em.createNativeQuery("select count(*) from attachments_content where " + which)
                        .getSingleResult())
                .longValue();
    }

    private List<Infected> latest() {
        List<?> rows = em.createNativeQuery("select f.name, c.infection, c.scanned_at, c.removed_at"
                        + " from attachments_content c join attachments_file f using (sha256)"
                        + " where c.scan = 'INFECTED' order by c.scanned_at desc, f.id limit " + MOST_SHOWN)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Infected((String) row[0], (String) row[1], known(row[2]), instant(row[3])))
                .toList();
    }

    private static Instant known(Object column) {
        return ((Timestamp) column).toInstant();
    }

    private static @Nullable Instant instant(@Nullable Object column) {
        return column == null ? null : known(column);
    }
}
