package org.guiche.tickets;

import static java.util.stream.Collectors.joining;
import static org.guiche.units.StatusCategory.ON_HOLD;
import static org.guiche.units.StatusCategory.OPEN;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiche.accounts.Person;
import org.guiche.shared.Page;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.SqlArray;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.StatusCategory;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Lists of tickets: only those that the person may see, as rows, a page at a time, at the same cost at any size. */
@Stateless
public class TicketSearch {

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    @Inject
    SummaryRows rows;

    @Inject
    TicketWords words;

    @Inject
    Readings readings;

    /**
     * A page of the tickets that the person may see.
     *
     * @param limit 1 to 200
     * @param cursor where the page before ended, as that page said; null for the first
     */
    public Page<TicketSummary> list(TicketFilter filter, int limit, @Nullable String cursor, Person person) {
        var order = filter.order();
        var sql = new TicketSql(SummaryRows.SELECT).where(TicketAccess.visible(person));
        restrict(sql, filter, person);
        if (cursor != null) {
            var after = Cursor.read(cursor, order);
            sql.where(order.after(), after.value(), after.id());
        }
        var page = rows.page(
                sql, order.sql(), limit, last -> Cursor.after(last, order).toString());
        return readings.of(page, person);
    }

    /** Those of these tickets that the person may see, the newest first. */
    public List<TicketSummary> list(Collection<Long> tickets, Person person) {
        var sql = new TicketSql(SummaryRows.SELECT)
                .where(TicketAccess.visible(person))
                .where("t.id = any(cast(? as bigint[]))", SqlArray.of(tickets));
        return readings.of(rows.page(sql, "t.id desc", Math.max(1, tickets.size()), last -> ""), person)
                .items();
    }

    private void restrict(TicketSql sql, TicketFilter filter, Person person) {
        restrict(sql, filter.statuses());
        if (!filter.categories().isEmpty()) {
            sql.where(categories(filter.categories(), person));
        }
        Optional.ofNullable(filter.publicStatus())
                .ifPresent(name ->
                        sql.where("t.status_id = any(array(select id from units_status where public_name = ?))", name));
        Optional.ofNullable(filter.sector())
                .ifPresent(key -> sql.where("t.sector_id = ?", sector(key).id()));
        Optional.ofNullable(filter.assignee()).ifPresent(who -> assignee(sql, who, person));
        Optional.ofNullable(filter.requester()).ifPresent(id -> sql.where("t.requester_id = ?", id));
        Optional.ofNullable(filter.company()).ifPresent(id -> sql.where("t.company_id = ?", id));
        Optional.ofNullable(filter.unit())
                .ifPresent(key -> sql.where("t.unit_id = ?", unit(key, person).id()));
        Optional.ofNullable(filter.updatedSince()).ifPresent(since -> {
            var changed = person.isStaff() ? "t.changed_at" : "t.last_activity_at"; // notes are nobody else's business
            sql.where(changed + " >= ?", since.atOffset(ZoneOffset.UTC));
        });
        Optional.ofNullable(filter.query())
                .filter(query -> !query.isBlank())
                .ifPresent(query -> words.restrict(sql, query.strip(), person));
    }

    private static void restrict(TicketSql sql, Set<String> statuses) {
        if (!statuses.isEmpty()) {
            sql.where(
                    "t.status_id in (select id from units_status where key = any(cast(? as text[])))", array(statuses));
        }
    }

    /** As words, so that indexes of the unfinished ones are known to fit; outside a veiled status is open and does not wait. */
    private String categories(Set<StatusCategory> categories, Person person) {
        var own = categories.stream()
                .map(StatusCategory::name)
                .sorted()
                .collect(joining("', '", "t.category in ('", "')"));
        var open = categories.contains(OPEN);
        var veiled = person.isStaff() ? List.of() : units.veiledStatuses();
        if (open == categories.contains(ON_HOLD) || veiled.isEmpty()) {
            return own;
        }
        var ids = veiled.stream().map(String::valueOf).collect(joining(", "));
        return open ? "(" + own + " or t.status_id in (" + ids + "))" : own + " and t.status_id not in (" + ids + ")";
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
}
