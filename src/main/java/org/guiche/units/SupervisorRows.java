package org.guiche.units;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.Person;
import org.guiche.shared.JsonText;

/**
 * Whom a unit names as its supervisors; in the unit's history and in the trail about the person. Whoever asks has seen to it that the
 * actor may.
 */
@Dependent
class SupervisorRows {

    private static final String UNIT = "unit";

    @Inject
    UnitRows rows;

    @Inject
    ChangeLog log;

    @Inject
    AuditTrail trail;

    @Inject
    Event<UnitsChanged> changed;

    /** By their ids. */
    List<Long> of(long unitId) {
        return Row.all(
                        rows.em,
                        "select person_id from units_unit_supervisor where unit_id = ?1 order by person_id",
                        unitId)
                .map(row -> row.number(0))
                .toList();
    }

    /** The keys of the units that name that person. */
    List<String> units(long personId) {
        return Row.all(rows.em, """
                        select u.key from units_unit_supervisor s join units_unit u on u.id = s.unit_id
                        where s.person_id = ?1 order by u.id""", personId).map(row -> row.text(0)).toList();
    }

    void add(Person actor, String unitKey, long personId) {
        rows.find("""
                        insert into units_unit_supervisor (unit_id, person_id) select id, ?2 from units_unit where key = ?1
                        on conflict do nothing returning unit_id""", unitKey, personId).ifPresent(unitId -> {
            written(actor, unitId, Difference.of(JsonValue.EMPTY_JSON_OBJECT, json(personId)));
            trail.record(
                    actor,
                    Audited.of(AuditSubject.PERSON, personId, "units.audit.supervisor")
                            .to(Map.of(UNIT, unitKey)));
        });
    }

    void end(Person actor, String unitKey, long personId) {
        rows.find("""
                        delete from units_unit_supervisor where unit_id = (select id from units_unit where key = ?1)
                            and person_id = ?2 returning unit_id""", unitKey, personId).ifPresent(unitId -> {
            written(actor, unitId, Difference.of(json(personId), JsonValue.EMPTY_JSON_OBJECT));
            trail.record(
                    actor,
                    Audited.of(AuditSubject.PERSON, personId, "units.audit.supervisor-ended")
                            .from(Map.of(UNIT, unitKey)));
        });
    }

    private void written(Person actor, long unitId, Difference difference) {
        log.supervisors(actor, unitId, difference);
        rows.raiseRevision();
        changed.fire(new UnitsChanged());
    }

    private static JsonObject json(long personId) {
        return JsonText.object()
                .add("supervisors", JsonText.array().add(personId))
                .build();
    }
}
