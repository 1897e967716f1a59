package org.guiche.attachments;

import java.util.Locale;
import org.guiche.shared.Locked;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a virus scanner said of a file's bytes, and what follows.
 *
 * @param open whether those who may see the file may have its bytes
 * @param infection what was found, by the scanner's name for it
 * @param failure why the scanner has said nothing so far
 * @param removed whether the bytes are gone
 */
public record Scan(
        ScanState state,
        boolean open,
        @Nullable String infection,
        @Nullable ScanFailure failure,
        boolean removed) {

    /** Of a file that no scanner was asked about. */
    static final Scan NONE = new Scan(ScanState.UNSCANNED, true, null, null, false);

    private static final String KEY = "attachments.scan.";

    /**
     * As it is under that policy: what waits is open only where the scanner failed and that lets files through, and not where the file itself
     * may have been the reason.
     */
    static Scan of(
            ScanState state,
            @Nullable String infection,
            @Nullable ScanFailure failure,
            boolean removed,
            boolean letsThrough) {
        var open = state == ScanState.WAITING
                ? letsThrough && failure != null && failure != ScanFailure.CRASHED
                : state != ScanState.INFECTED;
        return new Scan(state, open, infection, failure, removed);
    }

    /** {@code Em verificação}; empty where there is nothing to say. */
    public String words() {
        return switch (state) {
            case UNSCANNED, CLEAN -> "";
            case INFECTED -> Texts.get(KEY + (removed ? "removed" : "infected"));
            case WAITING -> Texts.get(waiting());
        };
    }

    /** The class of these words where nobody may have the bytes; empty where somebody may. */
    public String locked() {
        return open ? "" : state == ScanState.INFECTED ? "ink-danger" : "ink-warn";
    }

    private String waiting() {
        if (failure == null) {
            return KEY + "waiting";
        }
        return switch (failure) {
            case TOO_LARGE -> KEY + "large" + (open ? ".open" : "");
            case CRASHED -> KEY + "crashed";
            case AWAY, SLOW, REFUSED -> KEY + "failed" + (open ? ".open" : "");
        };
    }

    /**
     * Refuses where nobody may have the bytes.
     *
     * @throws Locked that says why
     */
    void check(String name) {
        if (!open) {
            throw new Locked(KEY + "locked." + locking(), name);
        }
    }

    private String locking() {
        var waits = state == ScanState.WAITING;
        return waits && failure == ScanFailure.TOO_LARGE
                ? "large"
                : waits && failure == ScanFailure.CRASHED
                        ? "crashed"
                        : state.name().toLowerCase(Locale.ROOT);
    }
}
