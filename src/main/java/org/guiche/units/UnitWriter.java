package org.guiche.units;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import org.guiche.shared.RuleViolation;
import org.guiche.units.UnitStore.Stored;
import org.jspecify.annotations.Nullable;

/** Brings the tables to what a document says that was read and checked before. */
@Dependent
class UnitWriter {

    @Inject
    UnitRows rows;

    @Inject
    Clock clock;

    @Inject
    Event<StatusLeaving> leaving;

    long add(UnitDocument unit) {
        if (rows.find("select 1 from units_unit where key = ?1", unit.key()).isPresent()) {
            throw RuleViolation.of("key", "units.definition.twice", unit.key());
        }
        var parent = parent(unit);
        refuseTaken(unit, parent, 0);
        var id = rows.insert(
                """
                insert into units_unit (key, parent_id, name, position, priority_source, entry_sector_id, general_sector_id, settings,
                    service_levels, active)
                values (?1, ?2, ?3, (select count(*) from units_unit), ?4, ?5, ?6, cast(?7 as jsonb), cast(?8 as jsonb), ?9)
                returning id""",
                unit.key(),
                parent,
                unit.name(),
                unit.prioritySource().name(),
                sector("entrySector", unit.entrySector()),
                sector("generalSector", unit.generalSector()),
                unit.settings().toString(),
                ServiceLevelJson.write(unit.serviceLevels()).toString(),
                unit.active());
        addForm(id, unit.form());
        parts(id, unit);
        return id;
    }

    void change(Stored stored, UnitDocument unit) {
        var parent = parent(unit);
        refuseOwn(stored.id(), parent);
        refuseTaken(unit, parent, stored.id());
        ask(stored, unit);
        rows.insert(
                """
                update units_unit set parent_id = ?2, name = ?3, priority_source = ?4, entry_sector_id = ?5,
                    general_sector_id = ?6, settings = cast(?7 as jsonb), service_levels = cast(?8 as jsonb), active = ?9
                where id = ?1 returning id""",
                stored.id(),
                parent,
                unit.name(),
                unit.prioritySource().name(),
                sector("entrySector", unit.entrySector()),
                sector("generalSector", unit.generalSector()),
                unit.settings().toString(),
                ServiceLevelJson.write(unit.serviceLevels()).toString(),
                unit.active());
        parts(stored.id(), unit);
        raise(stored.id());
    }

    private void parts(long id, UnitDocument unit) {
        var words = UnitDocument.settings(unit.settings()).triage().words();
        words.forEach(one -> sector("settings.triage.words", one.sector()));
        rows.writeClassifications(id, unit.classifications());
        rows.writePriorities(id, unit.priorities());
        rows.writeStatuses(id, unit.statuses());
    }

    /** Whoever has tickets in a status that goes, or becomes another thing, may refuse; one that comes back is such a thing too. */
    private void ask(Stored stored, UnitDocument after) {
        for (var status : after.statuses()) {
            rows.find(
                            "select id from units_status where unit_id = ?1 and key = ?2 and category <> ?3",
                            stored.id(),
                            status.key(),
                            status.category().name())
                    .ifPresent(id -> leaving.fire(new StatusLeaving(stored.id(), id, true)));
        }
        stored.document().statuses().stream()
                .filter(status ->
                        after.statuses().stream().noneMatch(one -> one.key().equals(status.key())))
                .forEach(status -> leaving.fire(new StatusLeaving(stored.id(), status.id(), false)));
    }

    /** Whoever looked at the unit before sees that it is another one now. */
    void raise(long unitId) {
        rows.insert("update units_unit set revision = revision + 1 where id = ?1 returning id", unitId);
    }

    int addForm(long unitId, JsonObject definition) {
        var number = rows.find("select coalesce(max(number), 0) + 1 from units_form where unit_id = ?1", unitId)
                .orElseThrow()
                .intValue();
        var form = FormJson.read(0, number, definition);
        var routing = form.routing();
        if (routing != null) {
            routing.sectors().values().forEach(key -> sector("form.routing.sectors", key));
        }
        rows.insert(
                """
                insert into units_form (unit_id, number, definition, published_at)
                values (?1, ?2, cast(?3 as jsonb), ?4) returning id""",
                unitId,
                number,
                FormWriting.write(form).toString(),
                clock.instant().atOffset(ZoneOffset.UTC));
        return number;
    }

    private long sector(String place, String key) {
        return rows.find("select id from units_sector where key = ?1", key)
                .orElseThrow(() -> RuleViolation.of(place, "units.definition.sector", key));
    }

    private @Nullable Long parent(UnitDocument unit) {
        Long parent = null;
        for (var name : unit.parents()) {
            parent = node(unit.key(), name, parent);
        }
        return parent;
    }

    /** The node of that name under that parent, made where there is none. */
    private Long node(String key, String name, @Nullable Long parent) {
        return rows.find(
                        "select id from units_unit where name = ?1 and parent_id is not distinct from cast(?2 as bigint) order by id",
                        name,
                        parent)
                .orElseGet(() -> rows.insert("""
                        insert into units_unit (key, parent_id, name, position)
                        values (?1 || '/' || (select coalesce(max(id), 0) from units_unit), cast(?2 as bigint), ?3,
                            (select count(*) from units_unit)) returning id""", key, parent, name));
    }

    /** A unit is no part of itself, nor of what is a part of it. */
    private void refuseOwn(long id, @Nullable Long parent) {
        for (var above = parent; above != null; above = above(above)) {
            if (above == id) {
                throw RuleViolation.of("parents", "units.definition.inside-itself");
            }
        }
    }

    private @Nullable Long above(long id) {
        return Row.all(rows.em, "select parent_id from units_unit where id = ?1", id)
                .findFirst()
                .orElseThrow()
                .numberIf(0);
    }

    private void refuseTaken(UnitDocument unit, @Nullable Long parent, long id) {
        var taken = rows.find("""
                select id from units_unit where name = ?1 and parent_id is not distinct from cast(?2 as bigint) and id <> ?3
                    and entry_sector_id is not null""", unit.name(), parent, id);
        if (taken.isPresent() && !Objects.equals(taken.get(), id)) {
            throw RuleViolation.of("name", "units.definition.place-taken", unit.name());
        }
    }
}
