package org.guiche.tickets;

import static java.util.stream.Collectors.joining;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.Person;
import org.guiche.shared.NotFound;
import org.guiche.shared.Page;
import org.guiche.shared.RuleViolation;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.StatusCategory;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Lists of tickets: only those that the person may see, as rows, a page at a time, at the same cost at any size. */
@Stateless
public class TicketSearch {

    static final String UNFINISHED = "t.category in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD')";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    @Inject
    SummaryRows rows;

    @Inject
    TicketWords words;

    @Inject
    Waiting waiting;

    /** How many tickets wait or are at work, for the workspace's sidebar. */
    public record Counts(int mine, int unassigned, int dueToday, int answered, Map<String, Integer> sectors) {

        public Counts {
            sectors = Map.copyOf(sectors);
        }
    }

    /**
     * A page of the tickets that the person may see.
     *
     * @param limit 1 to 200
     * @param cursor where the page before ended, as that page said; null for the first
     */
    public Page<TicketSummary> list(TicketFilter filter, int limit, @Nullable String cursor, Person person) {
        var sort = filter.sort();
        var sql = new TicketSql(SummaryRows.SELECT).where(TicketAccess.visible(person));
        restrict(sql, filter, person);
        if (cursor != null) {
            var after = Cursor.read(cursor);
            sql.where(sort.after(), after.value(), after.id());
        }
        sql.end(sort.column() + sort.direction() + ", t.id" + sort.direction(), limit + 1);
        var found = rows.read(sql.query(em), clock.instant());
        var more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        return new Page<>(page, more ? Cursor.after(page.get(limit - 1), sort).toString() : null);
    }

    private void restrict(TicketSql sql, TicketFilter filter, Person person) {
        if (!filter.statuses().isEmpty()) {
            sql.where(
                    "t.status_id in (select id from units_status where key = any(cast(? as text[])))",
                    array(filter.statuses()));
        }
        if (!filter.categories().isEmpty()) {
            sql.where(filter.categories().stream() // as words, so that indexes of the unfinished ones are known to fit
                    .map(StatusCategory::name)
                    .sorted()
                    .collect(joining("', '", "t.category in ('", "')")));
        }
        if (filter.sector() != null) {
            sql.where("t.sector_id = ?", sector(filter.sector()).id());
        }
        if (filter.assignee() != null) {
            assignee(sql, filter.assignee(), person);
        }
        if (filter.requester() != null) {
            sql.where("t.requester_id = ?", filter.requester());
        }
        if (filter.company() != null) {
            sql.where("t.company_id = ?", filter.company());
        }
        if (filter.unit() != null) {
            sql.where("t.unit_id = ?", unit(filter.unit(), person).id());
        }
        if (filter.updatedSince() != null) {
            var changed = person.isStaff() ? "t.changed_at" : "t.last_activity_at"; // notes are nobody else's business
            sql.where(changed + " >= ?", filter.updatedSince().atOffset(ZoneOffset.UTC));
        }
        if (filter.query() != null && !filter.query().isBlank()) {
            words.restrict(sql, filter.query().strip(), person);
        }
    }

    private Sector sector(String key) {
        return sectors.all().stream()
                .filter(sector -> sector.key().equals(key))
                .findFirst()
                .orElseThrow(() -> RuleViolation.of("sector", "tickets.filter.invalid", key));
    }

    private BusinessUnit unit(String key, Person person) {
        return units.openableBy(person).stream()
                .filter(unit -> unit.key().equals(key))
                .findFirst()
                .orElseThrow(() -> RuleViolation.of("unit", "tickets.filter.invalid", key));
    }

    private static String array(Iterable<String> words) {
        var quoted = new ArrayList<String>();
        words.forEach(word -> quoted.add('"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"'));
        return "{" + String.join(",", quoted) + "}";
    }

    private static void assignee(TicketSql sql, String assignee, Person person) {
        switch (assignee) {
            case "none" -> sql.where("t.assignee_id is null");
            case "me" -> sql.where("t.assignee_id = ?", person.id());
            default -> {
                if (!assignee.matches("\\d{1,18}")) {
                    throw RuleViolation.of("assignee", "tickets.filter.invalid", assignee);
                }
                sql.where("t.assignee_id = ?", Long.valueOf(assignee));
            }
        }
    }

    /** The first tickets of a sector's queue in its own order, unassigned ones. For those who work there. */
    public List<TicketSummary> queue(String sectorKey, int limit, Person agent) {
        return queue(sectorKey, limit, null, agent).items();
    }

    /**
     * A page of a sector's queue.
     *
     * @param cursor where the page before ended, as that page said; null for the first
     */
    public Page<TicketSummary> queue(String sectorKey, int limit, @Nullable String cursor, Person agent) {
        return ofSector(sectorKey, "t.assignee_id is null and t.category in ('NEW', 'OPEN')", limit, cursor, agent);
    }

    /**
     * A page of all unfinished tickets of a sector, whoever owns them, in the order of its queue.
     *
     * @param cursor where the page before ended, as that page said; null for the first
     */
    public Page<TicketSummary> ofSector(String sectorKey, int limit, @Nullable String cursor, Person agent) {
        return ofSector(sectorKey, UNFINISHED, limit, cursor, agent);
    }

    private Page<TicketSummary> ofSector(
            String sectorKey, String which, int limit, @Nullable String cursor, Person agent) {
        var sector = sectors.get(sectorKey);
        if (!agent.isStaff()) {
            throw new NotFound("units.sector.not-found");
        }
        var order = TicketQueries.order(sector.queueOrder());
        var sql = new TicketSql(SummaryRows.SELECT)
                .where("t.sector_id = ?", sector.id())
                .where(which);
        if (cursor != null) {
            // a ticket that was taken meanwhile still says where it stood
            var last = "(select " + order + " from tickets_ticket t where t.id = ?)";
            sql.where("(" + order + ") > " + last, Cursor.ticket(cursor));
        }
        var found = rows.read(sql.end(order, limit + 1).query(em), clock.instant());
        var more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        return new Page<>(page, more ? Cursor.of(page.get(limit - 1)) : null);
    }

    /** What waits where, for the staff's sidebar: counted over unfinished tickets only. */
    public Counts counts(Person agent) {
        return waiting.counts(agent);
    }
}
