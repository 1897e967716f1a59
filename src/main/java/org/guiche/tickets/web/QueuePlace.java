package org.guiche.tickets.web;

import java.util.ArrayList;
import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.tickets.PlaceInQueue;
import org.guiche.tickets.TicketDetails;
import org.guiche.units.QueueOrder;
import org.jspecify.annotations.Nullable;

/** Where a ticket stands in its queue, and what came to stand before it, in sentences (S4-06). */
final class QueuePlace {

    private QueuePlace() {}

    /** Null where it does not wait. Far back the place is not counted, and the sentence says that. */
    static @Nullable String of(TicketDetails ticket) {
        var place = ticket.place();
        if (place == null) {
            return null;
        }
        var sector = ticket.sector().name();
        return place.number() == null
                ? Texts.get("tickets.opened.queue.far", sector, TicketDetails.COUNTED_PLACES)
                : Texts.get("tickets.opened.queue", sector, place.number())
                        + overtaken(place, ticket.sector().queueOrder());
    }

    /** What the requester is told when the place rose: who went ahead, and by which rule. */
    private static String overtaken(PlaceInQueue place, QueueOrder order) {
        var sentences = new ArrayList<String>();
        switch (order) {
            case FIFO -> add(sentences, "older", place.urgent() + place.higher() + place.others());
            case DUE_FIRST -> add(sentences, "sooner", place.urgent() + place.higher() + place.others());
            case PRIORITY_FIFO -> {
                add(sentences, "urgent", place.urgent());
                add(sentences, "higher", place.higher());
                add(sentences, "older", place.others());
            }
        }
        return String.join("", sentences);
    }

    private static void add(List<String> sentences, String key, int count) {
        if (count > 0) {
            sentences.add(" " + Texts.get("tickets.queue.ahead." + key, count));
        }
    }
}
