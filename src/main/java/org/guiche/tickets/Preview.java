package org.guiche.tickets;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guiche.time.Explanation;
import org.guiche.units.Priority;
import org.guiche.units.Sector;
import org.guiche.units.Target;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket would promise if it were sent now.
 *
 * @param choices the classifications, or the priorities where the requester chooses; empty where nobody chooses
 * @param given what it gets where nobody chooses, until an agent says more; null where nothing is promised
 * @param sector where it would wait, and {@code waiting} how many wait there now
 * @param expectation what is usual where nothing is promised
 * @param concludedProject it would go the general way, because its project is concluded (S0-08)
 */
public record Preview(
        List<Choice> choices,
        @Nullable Choice given,
        Sector sector,
        int waiting,
        @Nullable String expectation,
        boolean concludedProject) {

    public Preview {
        choices = List.copyOf(choices);
    }

    /** One choice, with its two deadlines. The key is a classification's or a priority's name. */
    public record Choice(
            String key,
            String name,
            String description,
            Priority priority,
            boolean recommended,
            @Nullable Target firstResponse,
            @Nullable Target resolution,
            @Nullable Instant firstResponseDue,
            @Nullable Instant resolutionDue,
            @Nullable Explanation explanation) {}

    /** The choice of that key. */
    public Optional<Choice> choice(@Nullable String key) {
        return choices.stream().filter(choice -> choice.key().equals(key)).findFirst();
    }

    /** The one that most people should take. */
    public Optional<Choice> recommended() {
        return choices.stream().filter(Choice::recommended).findFirst();
    }
}
