package org.guiche.units;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one unit as its document, from the tables, in the transaction of whoever is about to change it. */
@Dependent
class UnitStore {

    @PersistenceContext
    EntityManager em;

    /** A unit as it stands, and how often it was changed. */
    record Stored(long id, long revision, UnitDocument document) {

        JsonObject json() {
            return UnitWriting.write(document);
        }
    }

    Stored read(String key) {
        return read(key, "");
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Stored hold(String key) {
        return read(key, " for update of u");
    }

    private Stored read(String key, String lock) {
        return Row.all(em, """
                        select u.id, u.revision, u.parent_id, u.name, u.priority_source, e.key, g.key, cast(u.settings as text),
                            cast(u.service_levels as text), u.active
                        from units_unit u
                        join units_sector e on e.id = u.entry_sector_id join units_sector g on g.id = u.general_sector_id
                        where u.key = ?1""" + lock, key)
                .findFirst()
                .map(row -> new Stored(row.number(0), row.number(1), document(key, row)))
                .orElseThrow(BusinessUnit::unknown);
    }

    private UnitDocument document(String key, Row row) {
        var id = row.number(0);
        var parts = new UnitParts(em);
        return new UnitDocument(
                key,
                row.text(3),
                row.flag(9),
                parents(row.numberIf(2)),
                row.choice(4, PrioritySource.class),
                row.text(5),
                row.text(6),
                row.json(7),
                form(id),
                parts.classifications(id),
                parts.priorities(id),
                parts.statuses(id),
                ServiceLevelJson.read(row.array(8)));
    }

    private JsonObject form(long unitId) {
        return Row.all(
                        em,
                        "select cast(definition as text) from units_form where unit_id = ?1 order by number desc limit 1",
                        unitId)
                .findFirst()
                .map(row -> row.json(0))
                .orElseThrow(BusinessUnit::unknown);
    }

    private List<String> parents(@Nullable Long id) {
        var names = new ArrayDeque<String>();
        for (var next = id; next != null; ) {
            var node = Row.all(em, "select name, parent_id from units_unit where id = ?1", next)
                    .findFirst()
                    .orElseThrow();
            names.addFirst(node.text(0));
            next = node.numberIf(1);
        }
        return List.copyOf(names);
    }
}
