package org.guiche.units;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.guiche.accounts.Person;
import org.guiche.shared.JsonText;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Adds and changes sectors in the transaction of whoever asks, and writes down what differs. */
@Dependent
class SectorEditor {

    private static final String COLUMNS = "select id, revision, key, name, description, queue_order from units_sector";

    @Inject
    UnitRows rows;

    @Inject
    ChangeLog log;

    @Inject
    Event<UnitsChanged> changed;

    long add(Person actor, SectorText sector) {
        sector.check();
        if (state(sector.key(), "").isPresent()) {
            throw RuleViolation.of("key", "units.definition.twice", sector.key());
        }
        refuseTaken(sector);
        var id = rows.insert(
                """
                insert into units_sector (key, name, description, queue_order, position)
                values (?1, ?2, ?3, ?4, (select count(*) from units_sector)) returning id""",
                sector.key(),
                sector.name(),
                sector.description(),
                sector.order().name());
        log.sector(actor, id, ChangedArea.SECTOR, Difference.of(JsonValue.EMPTY_JSON_OBJECT, sector.json()));
        changed();
        return id;
    }

    void change(Person actor, SectorState before, SectorText sector) {
        sector.check();
        refuseTaken(sector);
        var difference = Difference.of(before.text().json(), sector.json());
        if (difference.isNone()) {
            return;
        }
        rows.insert(
                """
                update units_sector set name = ?2, description = ?3, queue_order = ?4, revision = revision + 1
                where id = ?1 returning id""",
                before.id(),
                sector.name(),
                sector.description(),
                sector.order().name());
        log.sector(actor, before.id(), ChangedArea.SECTOR, difference);
        changed();
    }

    /** Adds or changes the sector that a file tells of. */
    void bring(Person actor, JsonObject json) {
        var sector = SectorText.read(json);
        hold(sector.key()).ifPresentOrElse(before -> change(actor, before, sector), () -> add(actor, sector));
    }

    void member(Person actor, SectorState team, Difference difference) {
        log.sector(actor, team.id(), ChangedArea.MEMBERS, difference);
        changed();
    }

    SectorState get(String key) {
        return state(key, "").orElseThrow(() -> new NotFound("units.sector.not-found"));
    }

    Optional<SectorState> hold(String key) {
        return state(key, " for update");
    }

    private Optional<SectorState> state(String key, String lock) {
        return Row.all(rows.em, COLUMNS + " where key = ?1" + lock, key)
                .findFirst()
                .map(SectorEditor::state);
    }

    private static SectorState state(Row row) {
        var text = new SectorText(row.text(2), row.text(3), row.text(4), row.choice(5, QueueOrder.class));
        return new SectorState(row.number(0), row.number(1), text);
    }

    /** As a file tells of it, or null where there is none of that key. */
    @Nullable
    JsonObject find(String key) {
        return state(key, "").map(state -> state.text().file()).orElse(null);
    }

    JsonArray all() {
        var list = JsonText.array();
        Row.all(rows.em, COLUMNS + " order by position, id")
                .forEach(row -> list.add(state(row).text().file()));
        return list.build();
    }

    private void refuseTaken(SectorText sector) {
        if (rows.find(
                        "select 1 from units_sector where lower(name) = lower(?1) and key <> ?2",
                        sector.name(),
                        sector.key())
                .isPresent()) {
            throw RuleViolation.of("name", "units.sector.taken", sector.name());
        }
    }

    private void changed() {
        rows.raiseRevision();
        changed.fire(new UnitsChanged());
    }
}
