package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import org.guiche.accounts.Person;
import org.guiche.shared.NotFound;
import org.guiche.shared.Page;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.jspecify.annotations.Nullable;

/** The queues of the sectors, for the staff: in their own orders, a page at a time, at the same cost at any length. */
@Stateless
public class Queues {

    static final String UNFINISHED = "t.category in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD')";
    private static final String WAITING = "t.assignee_id is null and t.category in ('NEW', 'OPEN')";

    @Inject
    Sectors sectors;

    @Inject
    SummaryRows rows;

    @Inject
    Waiting waiting;

    @Inject
    Readings readings;

    /**
     * How many unfinished tickets are one's own, and in each of one's sectors: as many as their lists show.
     *
     * @param triage how many wait for the person to sort them
     */
    public record Counts(int mine, int triage, Map<String, Integer> sectors) {

        public Counts {
            sectors = Map.copyOf(sectors);
        }
    }

    /**
     * A page of the tickets that wait in a sector, and nobody works on.
     *
     * @param cursor where the page before ended, as that page said; null for the first
     */
    public Page<TicketSummary> waiting(String sectorKey, int limit, @Nullable String cursor, Person agent) {
        return readings.of(page(sector(sectorKey, agent), WAITING, limit, cursor), agent);
    }

    /**
     * A page of all unfinished tickets of a sector, whoever owns them.
     *
     * @param cursor where the page before ended, as that page said; null for the first
     */
    public Page<TicketSummary> unfinished(String sectorKey, int limit, @Nullable String cursor, Person agent) {
        return readings.of(page(sector(sectorKey, agent), UNFINISHED, limit, cursor), agent);
    }

    private Sector sector(String key, Person agent) {
        var sector = sectors.get(key);
        if (!agent.isStaff()) {
            throw new NotFound("units.sector.not-found");
        }
        return sector;
    }

    private Page<TicketSummary> page(Sector sector, String which, int limit, @Nullable String cursor) {
        var order = TicketQueries.order(sector.queueOrder());
        var sql = new TicketSql(SummaryRows.SELECT)
                .where("t.sector_id = ?", sector.id())
                .where(which);
        if (cursor != null) {
            // a ticket that was taken meanwhile still says where it stood
            var last = "(select " + order + " from tickets_ticket t where t.id = ?)";
            sql.where("(" + order + ") > " + last, Cursor.ticket(cursor));
        }
        return rows.page(sql, order, limit, Cursor::of);
    }

    /** What there is to do where, for the staff's sidebar. */
    public Counts counts(Person agent) {
        return waiting.counts(agent);
    }
}
