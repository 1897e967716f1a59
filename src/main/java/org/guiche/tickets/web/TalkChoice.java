package org.guiche.tickets.web;

import java.util.List;
import java.util.Objects;
import org.guiche.shared.Html;
import org.jspecify.annotations.Nullable;

/**
 * A message to choose.
 *
 * @param checked {@code checked} where it is; an attribute without a value is left out
 */
public record TalkChoice(
        long id,
        String author,
        String when,
        String words,
        @Nullable String checked) {

    private static final int A_LINE = 90;

    /** Chosen where it is among those, or the one to begin with while none is. */
    static TalkChoice of(TalkItem item, String from, List<Long> chosen) {
        var message = Objects.requireNonNull(item.message());
        var words = Html.plain(message.html()).strip().replaceAll("\\s+", " ");
        var isChosen = chosen.isEmpty() ? from.equals(Long.toString(message.id())) : chosen.contains(message.id());
        return new TalkChoice(
                message.id(),
                item.author(),
                item.when(),
                words.length() > A_LINE ? words.substring(0, A_LINE) + "…" : words,
                isChosen ? "checked" : null);
    }
}
