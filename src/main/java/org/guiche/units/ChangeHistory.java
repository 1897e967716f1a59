package org.guiche.units;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.shared.Page;
import org.jspecify.annotations.Nullable;

/** What was changed of units and sectors, newest first. Nobody changes it; administrators read it, others what is about their units. */
@Stateless
public class ChangeHistory {

    private static final int AT_ONCE = 25;

    @PersistenceContext
    EntityManager em;

    /**
     * Some of what was changed.
     *
     * @param unit only of the unit of that key; null for all units and sectors, or all units that the actor shapes
     * @param before only what was changed before that one
     * @throws org.guiche.shared.AccessDenied for whoever shapes no unit
     * @throws org.guiche.shared.NotFound for whoever does not shape this one
     */
    public Page<ChangeRecord> page(Person actor, @Nullable String unit, @Nullable Long before) {
        UnitAccess.requireSome(actor);
        if (unit != null) {
            UnitAccess.require(actor, unit);
        }
        var records = Row.all(em, """
                        select c.id, cast(extract(epoch from c.at) * 1000 as bigint), c.person_id, u.key, coalesce(u.name, s.name),
                            c.area, cast(c.before as text), cast(c.after as text)
                        from units_change c left join units_unit u on u.id = c.unit_id left join units_sector s on s.id = c.sector_id
                        where (cast(?1 as text) is null or u.key = ?1) and (cast(?2 as bigint) is null or c.id < ?2)
                            and (cast(?4 as text) is null or u.key = any(string_to_array(?4, ',')))
                        order by c.id desc limit ?3""", unit, before, AT_ONCE + 1, only(actor))
                .map(ChangeHistory::record)
                .toList();
        return records.size() <= AT_ONCE ? new Page<>(records, null) : firstOf(records);
    }

    /** The units that it is about at most; null for all of them. */
    private static @Nullable String only(Person actor) {
        return actor.isAdministrator() ? null : String.join(",", actor.delegated());
    }

    private static Page<ChangeRecord> firstOf(List<ChangeRecord> records) {
        var items = records.subList(0, AT_ONCE);
        return new Page<>(items, String.valueOf(items.get(AT_ONCE - 1).id()));
    }

    private static ChangeRecord record(Row row) {
        return new ChangeRecord(
                row.number(0),
                Instant.ofEpochMilli(row.number(1)),
                row.numberIf(2),
                row.textIf(3),
                row.text(4),
                row.choice(5, ChangedArea.class),
                new Difference(row.json(6), row.json(7)));
    }
}
