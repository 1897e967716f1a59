package org.guiche.units;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.guiche.accounts.Role;
import org.guiche.shared.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * Reads everything about units at once. In transactions of their own, so that nothing is remembered that another transaction
 * may still take back.
 */
@Dependent
class UnitTables {

    @PersistenceContext
    EntityManager em;

    private record Node(@Nullable Long parent, String name) {}

    @Transactional(TxType.REQUIRES_NEW)
    long revision() {
        return Row.all(em, "select number from units_revision")
                .findFirst()
                .orElseThrow()
                .number(0);
    }

    /** All of it, as of one moment. */
    @Transactional(TxType.REQUIRES_NEW)
    UnitContent read() {
        em.createNativeQuery("set transaction isolation level repeatable read").executeUpdate();
        var revision = revision();
        var sectors = sectors();
        var byId = sectors.stream().collect(toMap(Sector::id, Function.identity()));
        var nodes = nodes();
        var parts = new UnitParts(em);
        var units = Row.all(em, """
                        select u.id, u.key, u.name, u.priority_source, u.entry_sector_id, u.general_sector_id,
                            cast(u.settings as text), f.id, f.number, cast(f.definition as text), u.active,
                            cast(u.service_levels as text)
                        from units_unit u
                        join lateral (select * from units_form where unit_id = u.id order by number desc limit 1) f on true
                        order by u.position, u.id""")
                .collect(partitioningBy(row -> row.flag(10), mapping(row -> unit(row, byId, nodes, parts), toList())));
        var members = members();
        var active = units.getOrDefault(true, List.of());
        var retired = units.getOrDefault(false, List.of());
        var every = Stream.concat(active.stream(), retired.stream()).toList();
        return new UnitContent(
                revision, active, retired, sectors, members, Supervision.of(sectors, members, every, supervisors()));
    }

    private List<Sector> sectors() {
        return Row.all(em, "select id, key, name, queue_order from units_sector order by position, id")
                .map(row -> new Sector(row.number(0), row.text(1), row.text(2), row.choice(3, QueueOrder.class)))
                .toList();
    }

    private Map<Long, List<TeamMember>> members() {
        return Row.all(em, "select sector_id, person_id, role from units_sector_member order by person_id")
                .collect(groupingBy(row -> row.number(0), mapping(UnitTables::member, toList())));
    }

    private static TeamMember member(Row row) {
        return new TeamMember(row.number(1), row.textIf(2) == null ? null : row.choice(2, Role.class));
    }

    /** Whom each unit names, by its id. */
    private Map<Long, List<Long>> supervisors() {
        return Row.all(em, "select unit_id, person_id from units_unit_supervisor")
                .collect(groupingBy(row -> row.number(0), mapping(row -> row.number(1), toList())));
    }

    private Map<Long, Node> nodes() {
        return Row.all(em, "select id, parent_id, name from units_unit")
                .collect(toMap(row -> row.number(0), row -> new Node(row.numberIf(1), row.text(2))));
    }

    private static BusinessUnit unit(Row row, Map<Long, Sector> sectors, Map<Long, Node> nodes, UnitParts parts) {
        var id = row.number(0);
        var settings = row.json(6);
        return new BusinessUnit(
                id,
                row.text(1),
                row.text(2),
                path(id, nodes),
                row.choice(3, PrioritySource.class),
                sector(sectors, row.number(4)),
                sector(sectors, row.number(5)),
                FormJson.read(row.number(7), (int) row.number(8), row.json(9)),
                parts.classifications(id),
                parts.priorities(id),
                parts.statuses(id),
                parts.retired(id),
                CalendarJson.read(settings.getJsonObject("calendar")),
                UnitDocument.settings(settings),
                ServiceLevelJson.read(row.array(11)));
    }

    private static Sector sector(Map<Long, Sector> sectors, long id) {
        return Objects.requireNonNull(sectors.get(id), "a unit without its sectors");
    }

    private static List<String> path(long id, Map<Long, Node> nodes) {
        var path = new ArrayDeque<String>();
        for (var node = nodes.get(id); node != null; node = node.parent() == null ? null : nodes.get(node.parent())) {
            path.addFirst(node.name());
        }
        return List.copyOf(path);
    }

    /** A form as it was published once; it never changes, so any transaction may read it. */
    RequestForm form(long id) {
        return Row.all(em, "select number, cast(definition as text) from units_form where id = ?1", id)
                .findFirst()
                .map(row -> FormJson.read(id, (int) row.number(0), row.json(1)))
                .orElseThrow(() -> new NotFound("units.form.not-found"));
    }
}
