package org.guiche.tickets.web;

import java.util.List;
import java.util.stream.Collectors;
import org.guiche.shared.Texts;
import org.guiche.tickets.Sorted;
import org.guiche.tickets.Sorted.Left;
import org.guiche.tickets.Sorted.Moved;
import org.guiche.units.Sector;
import org.jspecify.annotations.Nullable;

/**
 * What became of what the person sorted, for the note at the foot of the board.
 *
 * @param code the ticket that moved, where it was one; else null
 * @param text what happened to it, or to all of them; null where nothing moved
 * @param undo what takes it back; null where nothing can be
 * @param left why the others did not move, a sentence each
 */
public record TriageNews(
        @Nullable String code,
        @Nullable String text,
        @Nullable String undo,
        List<String> left) {

    public TriageNews {
        left = List.copyOf(left);
    }

    static TriageNews of(Sorted sorted, Sector from) {
        var to = sorted.to();
        var key = from.equals(to) ? "tickets.triage.stayed." : "tickets.triage.went.";
        var undo =
                sorted.moved().stream().map(one -> Long.toString(one.event())).collect(Collectors.joining(" "));
        return of(sorted, key, undo.isEmpty() ? null : undo);
    }

    static TriageNews undone(Sorted sorted) {
        return of(sorted, "tickets.triage.back.", null);
    }

    private static TriageNews of(Sorted sorted, String key, @Nullable String undo) {
        var to = sorted.to();
        var count = sorted.moved().size();
        return new TriageNews(
                count == 1
                        ? sorted.moved().stream()
                                .map(Moved::code)
                                .findFirst()
                                .orElseThrow()
                                .toString()
                        : null,
                to == null ? null : Texts.get(key + (count == 1 ? "one" : "many"), to.name(), count),
                undo,
                sorted.left().stream().map(Left::reason).toList());
    }
}
