package org.guiche.units;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import org.guiche.accounts.Person;
import org.jspecify.annotations.Nullable;

/** Writes down who changed what, with before and after. */
@Dependent
class ChangeLog {

    @Inject
    UnitRows rows;

    @Inject
    Clock clock;

    /** One row for each area of the unit that differs. */
    void unit(Person actor, long unitId, Difference difference) {
        for (var area : ChangedArea.values()) {
            var part = new Difference(area.of(difference.before()), area.of(difference.after()));
            if (!part.isNone()) {
                write(actor, unitId, null, area, part);
            }
        }
    }

    /** Whom the unit names. */
    void supervisors(Person actor, long unitId, Difference difference) {
        write(actor, unitId, null, ChangedArea.SUPERVISORS, difference);
    }

    void sector(Person actor, long sectorId, ChangedArea area, Difference difference) {
        if (!difference.isNone()) {
            write(actor, null, sectorId, area, difference);
        }
    }

    private void write(
            Person actor, @Nullable Long unitId, @Nullable Long sectorId, ChangedArea area, Difference difference) {
        rows.insert(
                """
                insert into units_change (at, person_id, unit_id, sector_id, area, before, after)
                values (?1, ?2, ?3, ?4, ?5, cast(?6 as jsonb), cast(?7 as jsonb)) returning id""",
                clock.instant().atOffset(ZoneOffset.UTC),
                actor.equals(Configuration.SYSTEM) ? null : actor.id(),
                unitId,
                sectorId,
                area.name(),
                difference.before().toString(),
                difference.after().toString());
    }
}
