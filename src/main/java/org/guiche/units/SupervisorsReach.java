package org.guiche.units;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.Set;
import org.guiche.accounts.Person;
import org.guiche.shared.RuleViolation;
import org.guiche.units.UnitStore.Stored;

/**
 * A unit's supervisors follow it into every sector that it leads to. So whoever does not shape such a sector neither names them nor
 * leads them there: else a delegate of one unit could make somebody supervisor of the whole installation's sectors (ADR 36).
 */
@Dependent
class SupervisorsReach {

    @Inject
    SupervisorRows supervisors;

    @Inject
    Sectors sectors;

    /** The keys of the sectors that the unit leads to, as {@link BusinessUnit#sectors}. */
    static Set<String> of(UnitDocument unit, JsonObject form) {
        var keys = new HashSet<>(Set.of(unit.generalSector()));
        keys.add(unit.entrySector());
        var routing = FormJson.read(0, 1, form).routing();
        if (routing != null) {
            keys.addAll(routing.sectors().values());
        }
        UnitDocument.settings(unit.settings()).triage().words().forEach(words -> keys.add(words.sector()));
        return keys;
    }

    /** Whether the person shapes all of them. */
    boolean isShapedBy(Person actor, UnitDocument unit) {
        return of(unit, unit.form()).stream().allMatch(sector -> sectors.isShapedBy(actor, sector));
    }

    /** Refuses to lead a unit that has supervisors into a sector that the actor does not shape. */
    void require(Person actor, Stored before, UnitDocument after, JsonObject form) {
        if (actor.isAdministrator() || supervisors.of(before.id()).isEmpty()) {
            return;
        }
        var known = of(before.document(), before.document().form());
        for (var sector : of(after, form)) {
            if (!known.contains(sector) && !sectors.isShapedBy(actor, sector)) {
                throw new RuleViolation("units.supervisors.reach", sector);
            }
        }
    }
}
