package org.guiche.units;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.RuleViolation;

/**
 * Who supervises all sectors that a unit leads to without supervising the installation (ADR 36): named by whoever shapes the unit and
 * all of these sectors, seen by all who shape the unit.
 */
@Stateless
public class Supervisors {

    @Inject
    UnitStore store;

    @Inject
    SupervisorRows rows;

    @Inject
    SupervisorsReach reach;

    @Inject
    Units units;

    @Inject
    People people;

    /** The ids of those whom the unit names. Refuses whoever does not shape it. */
    public List<Long> of(Person actor, String unitKey) {
        UnitAccess.require(actor, unitKey);
        return rows.of(store.read(unitKey).id());
    }

    /** Whether the person may name them: shapes the unit, and every sector that it leads to. */
    public boolean mayName(Person actor, String unitKey) {
        UnitAccess.require(actor, unitKey);
        return reach.isShapedBy(actor, store.read(unitKey).document());
    }

    /**
     * Names supervisors, from the next request on.
     *
     * @param asked those of whom it is said; the others stay as they are
     * @param chosen those of them who supervise
     * @throws AccessDenied for whoever shapes no unit, and where the unit leads to sectors that are not the actor's to shape
     * @throws org.guiche.shared.NotFound for whoever does not shape this unit, and for a person that there is not
     * @throws RuleViolation for whoever does not work here, or only reads
     */
    public void name(Person actor, String unitKey, Set<Long> asked, Set<Long> chosen) {
        UnitAccess.require(actor, unitKey);
        var unit = store.hold(unitKey);
        if (!reach.isShapedBy(actor, unit.document())) {
            throw new AccessDenied("units.supervisors.shared");
        }
        var before = rows.of(unit.id());
        for (var personId : new TreeSet<>(asked)) {
            if (!chosen.contains(personId)) {
                rows.end(actor, unitKey, personId);
            } else if (!before.contains(personId)) {
                requireWorker(personId);
                rows.add(actor, unitKey, personId);
            }
        }
    }

    private void requireWorker(long personId) {
        var person = people.get(personId);
        if (!person.isStaff() || person.isReadOnly()) {
            throw new RuleViolation("units.supervisors.staff-only");
        }
    }

    /** The units that name that person. Administrators only. */
    public List<BusinessUnit> units(Person actor, long personId) {
        UnitAccess.requireInstallation(actor);
        var keys = rows.units(personId);
        return units.administeredBy(actor).stream()
                .filter(unit -> keys.contains(unit.key()))
                .toList();
    }
}
