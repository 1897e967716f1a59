package org.guiche.units;

import jakarta.enterprise.context.Dependent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.guiche.units.UnitSettings.Reference;
import org.jspecify.annotations.Nullable;

/** Reads everything about units at once. */
@Dependent
class UnitTables {

    @PersistenceContext
    EntityManager em;

    /** All units that can receive tickets, all sectors, as of that revision. */
    record Content(long revision, List<BusinessUnit> units, List<Sector> sectors) {}

    private record Node(long id, @Nullable Long parent, String name) {}

    long revision() {
        return number(em.createNativeQuery("select number from units_revision").getSingleResult());
    }

    Content read(long revision) {
        var sectors = rows("select id, key, name, queue_order from units_sector order by position, id").stream()
                .map(r -> new Sector(number(r[0]), (String) r[1], (String) r[2], QueueOrder.valueOf((String) r[3])))
                .toList();
        var byId = sectors.stream().collect(Collectors.toMap(Sector::id, Function.identity()));
        var nodes = rows("select id, parent_id, name from units_unit").stream()
                .map(r -> new Node(number(r[0]), r[1] == null ? null : number(r[1]), (String) r[2]))
                .collect(Collectors.toMap(Node::id, Function.identity()));
        var units = rows("""
                        select u.id, u.key, u.name, u.priority_source, u.entry_sector_id, u.general_sector_id,
                            cast(u.settings as text), f.id, f.number, cast(f.definition as text)
                        from units_unit u
                        join lateral (select * from units_form where unit_id = u.id order by number desc limit 1) f on true
                        where u.active order by u.position, u.id""").stream()
                .map(r -> unit(r, byId, path(number(r[0]), nodes)))
                .toList();
        return new Content(revision, units, sectors);
    }

    private static List<String> path(long id, Map<Long, Node> nodes) {
        var path = new ArrayList<String>();
        for (var node = nodes.get(id); node != null; node = node.parent() == null ? null : nodes.get(node.parent())) {
            path.add(0, node.name());
        }
        return path;
    }

    private BusinessUnit unit(Object[] r, Map<Long, Sector> sectors, List<String> path) {
        var id = number(r[0]);
        var settings = json((String) r[6]);
        return new BusinessUnit(
                id,
                (String) r[1],
                (String) r[2],
                path,
                PrioritySource.valueOf((String) r[3]),
                sector(sectors, r[4]),
                sector(sectors, r[5]),
                FormJson.read(number(r[7]), (int) number(r[8]), json((String) r[9])),
                classifications(id),
                priorities(id),
                statuses(id),
                CalendarJson.read(settings.getJsonObject("calendar")),
                settings(settings));
    }

    private static Sector sector(Map<Long, Sector> sectors, Object id) {
        return Objects.requireNonNull(sectors.get(number(id)), "a unit without its sectors");
    }

    private static UnitSettings settings(JsonObject json) {
        var checklist = FormJson.objects(json, "checklist").stream()
                .map(item -> new Reference(item.getString("label"), item.getString("pattern", null)))
                .toList();
        return new UnitSettings(
                json.getString("introduction", ""),
                checklist,
                json.getString("expectation", null),
                json.getBoolean("stickyChannel", false));
    }

    private List<Classification> classifications(long unitId) {
        return rows("""
                        select id, key, name, description, priority, recommended, first_response_amount,
                            first_response_clock, resolution_amount, resolution_clock
                        from units_classification where active and unit_id = ?1 order by position, id""", unitId).stream()
                .map(r -> new Classification(
                        number(r[0]),
                        (String) r[1],
                        (String) r[2],
                        (String) r[3],
                        Priority.valueOf((String) r[4]),
                        (Boolean) r[5],
                        target(r[6], r[7]),
                        target(r[8], r[9])))
                .toList();
    }

    private List<PriorityChoice> priorities(long unitId) {
        return rows("""
                        select priority, description, recommended, first_response_amount, first_response_clock,
                            resolution_amount, resolution_clock
                        from units_priority where unit_id = ?1""", unitId).stream()
                .map(r -> new PriorityChoice(
                        Priority.valueOf((String) r[0]),
                        (String) r[1],
                        (Boolean) r[2],
                        target(r[3], r[4]),
                        target(r[5], r[6])))
                .sorted(Comparator.comparing(PriorityChoice::priority))
                .toList();
    }

    private static @Nullable Target target(@Nullable Object amount, @Nullable Object clock) {
        return amount == null || clock == null
                ? null
                : new Target(Amount.parse((String) amount), ClockKind.valueOf((String) clock));
    }

    private List<Status> statuses(long unitId) {
        return rows("""
                        select id, key, name, public_name, category, reply_rule, reason_required, offered_after_reply
                        from units_status where active and unit_id = ?1 order by position, id""", unitId).stream()
                .map(r -> new Status(
                        number(r[0]),
                        (String) r[1],
                        (String) r[2],
                        (String) r[3],
                        StatusCategory.valueOf((String) r[4]),
                        ReplyRule.valueOf((String) r[5]),
                        (Boolean) r[6],
                        (Boolean) r[7],
                        reasons(number(r[0]))))
                .toList();
    }

    private List<HoldReason> reasons(long statusId) {
        return rows("select id, key, name from units_hold_reason where status_id = ?1 order by position, id", statusId)
                .stream()
                .map(r -> new HoldReason(number(r[0]), (String) r[1], (String) r[2]))
                .toList();
    }

    RequestForm form(long id) {
        var row = rows("select number, cast(definition as text) from units_form where id = ?1", id)
                .get(0);
        return FormJson.read(id, (int) number(row[0]), json((String) row[1]));
    }

    private List<Object[]> rows(String sql, Object... parameters) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        var rows = new ArrayList<Object[]>();
        for (var row : query.getResultList()) {
            rows.add((Object[]) row);
        }
        return rows;
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
