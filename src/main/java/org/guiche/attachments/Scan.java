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

    /** As it is under that policy: what waits is open only where the scanner failed and that lets files through. */
    static Scan of(
            ScanState state,
            @Nullable String infection,
            @Nullable ScanFailure failure,
            boolean removed,
            boolean letsThrough) {
        var open = state == ScanState.WAITING ? letsThrough && failure != null : state != ScanState.INFECTED;
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
        var reason = failure == ScanFailure.TOO_LARGE ? "large" : "failed";
        return KEY + reason + (open ? ".open" : "");
    }

    /**
     * Refuses where nobody may have the bytes.
     *
     * @throws Locked that says why
     */
    void check(String name) {
        if (!open) {
            var word = state == ScanState.WAITING && failure == ScanFailure.TOO_LARGE
                    ? "large"
                    : state.name().toLowerCase(Locale.ROOT);
            throw new Locked(KEY + "locked." + word, name);
        }
    }
}
