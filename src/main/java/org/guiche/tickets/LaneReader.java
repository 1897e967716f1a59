package org.guiche.tickets;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiche.tickets.TriageBoard.Lane;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.jspecify.annotations.Nullable;

/** Reads the sectors of the triage board: how much each has to do, and what comes first there. */
@Dependent
class LaneReader {

    private static final int CARDS = 4;

    @PersistenceContext
    EntityManager em;

    @Inject
    SummaryRows rows;

    @Inject
    Sectors sectors;

    private record Load(int unfinished, @Nullable Instant oldest) {}

    /** Every sector but that one, in order. */
    List<Lane> read(Sector entry) {
        var others = sectors.all().stream().filter(one -> !one.equals(entry)).toList();
        if (others.isEmpty()) {
            return List.of();
        }
        var loads = loads();
        var first = rows.list(others.stream().map(LaneReader::first).collect(joining(" union all "))).stream()
                .collect(groupingBy(ticket -> ticket.sector().id()));
        return others.stream()
                .map(one -> lane(one, loads.getOrDefault(one.id(), new Load(0, null)), first))
                .toList();
    }

    private static Lane lane(Sector sector, Load load, Map<Long, List<TicketSummary>> first) {
        return new Lane(sector, load.unfinished(), load.oldest(), first.getOrDefault(sector.id(), List.of()));
    }

    private static String first(Sector sector) {
        var order = TicketQueries.order(sector.queueOrder());
        return "(select t.*, row_number() over (order by " + order
                + ") as place from tickets_ticket t where t.sector_id = " + sector.id() + " and " + Queues.UNFINISHED
                + " order by " + order + " limit " + CARDS + ")";
    }

    private Map<Long, Load> loads() {
        List<?> found = em.createNativeQuery(
                        "select t.sector_id, count(*), min(t.queued_at) from tickets_ticket t where "
                                + Queues.UNFINISHED + " group by 1")
                .getResultList();
        var loads = new HashMap<Long, Load>();
        for (var row : found) {
            var columns = (Object[]) row;
            loads.put(
                    ((Number) columns[0]).longValue(),
                    new Load(((Number) columns[1]).intValue(), SummaryRows.at(columns[2])));
        }
        return loads;
    }
}
