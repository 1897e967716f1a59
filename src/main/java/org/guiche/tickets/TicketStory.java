package org.guiche.tickets;

import java.util.List;
import java.util.Optional;
import org.guiche.tickets.ReplyDrafts.ReplyDraft;
import org.guiche.time.Explanation;
import org.guiche.units.Answered;
import org.guiche.units.ServiceMetric;
import org.jspecify.annotations.Nullable;

/**
 * A ticket with all that was said and done, as one who may see it sees it at one moment.
 *
 * @param answers what the form asked and what was answered, in the form's order
 * @param messages oldest first
 * @param events oldest first
 * @param draft what the person was writing there, if anything
 * @param clocks what is measured of it, in the order in which it began
 * @param links what belongs together with it, as far as that person may see it
 * @param ratings how the help was rated, as far as that person may see it
 */
public record TicketStory(
        TicketDetails ticket,
        List<Answered> answers,
        List<MessageDetails> messages,
        List<EventDetails> events,
        @Nullable ReplyDraft draft,
        List<ClockDetails> clocks,
        List<LinkedTicket> links,
        TicketRatings ratings) {

    public TicketStory {
        answers = List.copyOf(answers);
        messages = List.copyOf(messages);
        events = List.copyOf(events);
        clocks = List.copyOf(clocks);
        links = List.copyOf(links);
    }

    /** The first of that kind that is measured. */
    public Optional<ClockDetails> clock(ServiceMetric metric) {
        return clocks.stream().filter(one -> one.metric() == metric).findFirst();
    }

    /** Why the solution is due when it is; null where nothing was promised. */
    public @Nullable Explanation explanation() {
        return clock(ServiceMetric.RESOLUTION).map(ClockDetails::explanation).orElse(null);
    }
}
