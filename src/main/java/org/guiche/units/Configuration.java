package org.guiche.units;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.ZoneOffset;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * Sets units up from readable JSON, one document a unit: presets are data (REQUIREMENTS 7.5). Called where an installation
 * begins; whoever offers it to people checks that they are administrators.
 */
@Stateless
public class Configuration {

    @Inject
    UnitRows rows;

    @Inject
    Clock clock;

    @Inject
    Units units;

    @Inject
    Event<UnitsChanged> changed;

    @Inject
    Event<ServiceChanged> service;

    /** Adds a sector after the others and returns its id. */
    public long addSector(String key, String name, String description, QueueOrder order) {
        changed();
        return rows.insert("""
                insert into units_sector (key, name, description, queue_order, position)
                values (?1, ?2, ?3, ?4, (select count(*) from units_sector)) returning id""", key, name, description, order.name());
    }

    /** Makes that person work in the sector. */
    public void addMember(String sector, long personId) {
        changed();
        rows.insert(
                "insert into units_sector_member values (?1, ?2) on conflict (sector_id, person_id) do update set person_id = ?2 returning person_id",
                sector(sector),
                personId);
    }

    /**
     * Adds a unit with its form, classifications, statuses and reasons, and returns its id. A document that could not work is
     * refused with the place and what is wrong there, and nothing of it stays.
     *
     * @param json the unit's document: see {@code org/guiche/demo} for five of them
     */
    public long addUnit(JsonObject json) {
        var unit = UnitDocument.read(json);
        checkSectors(unit.settings());
        changed();
        if (rows.find("select 1 from units_unit where key = ?1", unit.key()).isPresent()) {
            throw new RuleViolation("units.definition.twice", unit.key());
        }
        var id = rows.insert(
                """
                insert into units_unit (key, parent_id, name, position, priority_source, entry_sector_id, general_sector_id, settings,
                    service_levels)
                values (?1, ?2, ?3, (select count(*) from units_unit), ?4, ?5, ?6, cast(?7 as jsonb), cast(?8 as jsonb)) returning id""",
                unit.key(),
                parent(unit),
                unit.name(),
                unit.prioritySource().name(),
                sector(unit.entrySector()),
                sector(unit.generalSector()),
                unit.settings().toString(),
                ServiceLevelJson.write(unit.serviceLevels()).toString());
        addForm(id, FormJson.read(0, 1, unit.form()));
        rows.addClassifications(id, unit.classifications());
        rows.addPriorities(id, unit.priorities());
        rows.addStatuses(id, unit.statuses());
        return id;
    }

    /**
     * Publishes a new version of a unit's form and returns its number: new tickets are opened with it, old ones keep theirs.
     * Refuses a definition that could not work, and one that routes to sectors nobody has.
     */
    public int publishForm(String unitKey, JsonObject definition) {
        var unitId = rows.find("select id from units_unit where key = ?1 for update", unitKey)
                .orElseThrow(BusinessUnit::unknown);
        var number = rows.find("select coalesce(max(number), 0) + 1 from units_form where unit_id = ?1", unitId)
                .orElseThrow()
                .intValue();
        addForm(unitId, FormJson.read(0, number, definition));
        changed();
        return number;
    }

    /**
     * Changes what a unit promises and when it serves; its unfinished tickets are reckoned again soon after. Refuses, at its
     * place, what could not work, and then nothing changes.
     *
     * @param settings all of the unit's settings, with its calendar
     * @param serviceLevels all of its service levels, the first that covers a ticket first
     */
    public void changeService(String unitKey, JsonObject settings, JsonArray serviceLevels) {
        var id = rows.find("select id from units_unit where key = ?1 for update", unitKey)
                .orElseThrow(BusinessUnit::unknown);
        UnitDocument.checkService(units.get(id), settings, serviceLevels);
        checkSectors(settings);
        rows.insert("""
                update units_unit set settings = cast(?2 as jsonb), service_levels = cast(?3 as jsonb) where id = ?1 returning id""", id, settings.toString(), serviceLevels.toString());
        changed();
        service.fire(new ServiceChanged(id));
    }

    /** Refuses words that speak for a sector that nobody has. */
    private void checkSectors(JsonObject settings) {
        UnitDocument.settings(settings).triage().words().forEach(words -> sector(words.sector()));
    }

    private void addForm(long unitId, RequestForm form) {
        var routing = form.routing();
        if (routing != null) {
            routing.sectors().values().forEach(this::sector);
        }
        rows.insert(
                """
                insert into units_form (unit_id, number, definition, published_at)
                values (?1, ?2, cast(?3 as jsonb), ?4) returning id""",
                unitId,
                form.number(),
                FormWriting.write(form).toString(),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    private long sector(String key) {
        return rows.find("select id from units_sector where key = ?1", key)
                .orElseThrow(() -> new RuleViolation("units.definition.sector", key));
    }

    private @Nullable Long parent(UnitDocument unit) {
        Long parent = null;
        for (int i = 0; i < unit.parents().size(); i++) {
            parent = node(unit.key() + "-" + i, unit.parents().get(i), parent);
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
                        values (?1, ?2, ?3, (select count(*) from units_unit)) returning id""", key, parent, name));
    }

    /** Tells every node, through the table, and this one as soon as it is committed. */
    private void changed() {
        rows.raiseRevision();
        changed.fire(new UnitsChanged());
    }
}
