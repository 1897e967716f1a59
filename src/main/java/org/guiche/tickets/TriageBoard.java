package org.guiche.tickets;

import java.time.Instant;
import java.util.List;
import org.guiche.shared.Page;
import org.guiche.units.Sector;
import org.guiche.units.TriageRules.SectorWords;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sorted, and where it may go.
 *
 * @param waiting how many wait in all
 * @param cards a page of them, in the order of the sector's queue
 * @param lanes the other sectors
 * @param rules which words speak for which sector, of the units that enter here
 */
public record TriageBoard(Sector entry, int waiting, Page<Card> cards, List<Lane> lanes, List<SectorWords> rules) {

    public TriageBoard {
        lanes = List.copyOf(lanes);
        rules = List.copyOf(rules);
    }

    /**
     * A ticket to be sorted.
     *
     * @param beginning the first words of its text
     * @param suggestion where its answers or its words say that it belongs; null where they do not
     */
    public record Card(
            TicketSummary ticket,
            String beginning,
            @Nullable Suggestion suggestion) {}

    /**
     * Where a ticket seems to belong.
     *
     * @param words those that weighed; none where the answers name the sector
     */
    public record Suggestion(Sector sector, List<String> words) {

        public Suggestion {
            words = List.copyOf(words);
        }
    }

    /**
     * A sector that tickets may go to.
     *
     * @param unfinished how many it has
     * @param oldest since when the oldest of them waits; null where there is none
     * @param first the first of them, in the order of its queue
     */
    public record Lane(
            Sector sector, int unfinished, @Nullable Instant oldest, List<TicketSummary> first) {

        public Lane {
            first = List.copyOf(first);
        }
    }
}
