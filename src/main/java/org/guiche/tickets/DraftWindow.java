package org.guiche.tickets;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A window in which a draft is being written. Its own writing is known by its id, so that an answer that was lost on the way
 * makes no stranger of it.
 *
 * @param draft the draft that it shows, in that version
 */
public record DraftWindow(UUID draft, int version, UUID id) {

    private static final String UUID_TEXT = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern TEXT = Pattern.compile("(" + UUID_TEXT + ")/(\\d{1,9})/(" + UUID_TEXT + ")");

    /** A new window on that draft. */
    public static DraftWindow on(Draft draft) {
        return new DraftWindow(draft.id(), draft.version(), UUID.randomUUID());
    }

    /** The same window, knowing that draft as it is now. */
    public DraftWindow seeing(Draft other) {
        return new DraftWindow(other.id(), other.version(), id);
    }

    /** As a page carries it; nothing where that is not ours. */
    public static Optional<DraftWindow> parse(String text) {
        var parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new DraftWindow(
                        UUID.fromString(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        UUID.fromString(parts.group(3))))
                : Optional.empty();
    }

    /** As a page carries it. */
    @Override
    public String toString() {
        return draft + "/" + version + "/" + id;
    }
}
