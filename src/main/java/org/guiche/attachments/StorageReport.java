package org.guiche.attachments;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What files take.
 *
 * @param files all that are kept; the same content counts with each of its names
 * @param contents what lies in the store, where the same content is kept once
 * @param unused uploads that nothing uses yet
 * @param unfinished large ones on their way, with what has come of them
 * @param infected infected contents of which the bytes are kept still
 * @param waiting contents that the scanner has not looked at yet
 * @param limits how much there may be
 * @param countedAt when it was counted
 */
public record StorageReport(
        Total files,
        Total contents,
        Total unused,
        Total unfinished,
        Total infected,
        Total waiting,
        List<Unit> units,
        Map<FileGroup, Total> groups,
        Limits limits,
        Instant countedAt) {

    public StorageReport {
        units = List.copyOf(units);
    }

    /** So many with so many bytes. */
    public record Total(long count, long bytes) {

        static final Total NONE = new Total(0, 0);

        Total plus(Total other) {
            return new Total(count + other.count, bytes + other.bytes);
        }
    }

    /**
     * What a unit has, or what is kept for something else than units.
     *
     * @param limited whether large files may take so much and no more
     * @param large bytes of files that came in pieces
     * @param leaving what goes within thirty days, because the unit keeps files no longer
     */
    public record Unit(
            String name, Total total, Map<FileGroup, Total> groups, boolean limited, long large, Total leaving) {}

    /**
     * In bytes.
     *
     * @param unit large files of a unit
     * @param person large files that one person may send within thirty days
     * @param unused uploads that nothing uses yet, of one person
     * @param file one large file
     */
    public record Limits(long unit, long person, long unused, long file) {}
}
