package org.guiche.attachments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the search for viruses stands.
 *
 * @param configured whether this installation has a scanner; if not, new files are open at once
 * @param answers whether the scanner answered when this node asked last
 * @param version what it calls itself, and the date of what it knows; empty where it does not answer
 * @param since since when it answers, or does not; null before it was asked
 * @param letsThrough whether files may be had while it does not answer
 * @param waiting how many contents nobody may have before they were looked at
 * @param failed how many of all that are in line it has failed to look at
 * @param crashed how many of these it went away over, as if they were the reason
 * @param again how many that were kept before are in line, and may be had meanwhile
 * @param unscanned how many were kept while there was no scanner, and are not in line yet
 * @param infected how many infected contents are known
 * @param latest the infected files that were found last
 * @param rescan the last time that all was looked at again; null where that never was
 */
public record ScannerState(
        boolean configured,
        boolean answers,
        String version,
        @Nullable Instant since,
        boolean letsThrough,
        long waiting,
        long failed,
        long crashed,
        long again,
        long unscanned,
        long infected,
        List<Infected> latest,
        @Nullable Rescan rescan) {

    public ScannerState {
        latest = List.copyOf(latest);
    }

    /**
     * An infected file.
     *
     * @param removedAt when its bytes went; null while they are kept
     */
    public record Infected(
            String name,
            String infection,
            Instant foundAt,
            @Nullable Instant removedAt) {}

    /**
     * All that is kept, looked at once more.
     *
     * @param queued how many contents were put in line so far
     * @param doneAt when the last one was; null before
     */
    public record Rescan(
            Instant askedAt, long queued, @Nullable Instant doneAt) {}
}
