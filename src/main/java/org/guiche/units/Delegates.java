package org.guiche.units;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.guiche.accounts.Delegate;
import org.guiche.accounts.Delegations;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;

/**
 * Who shapes a unit without administering the installation (ADR 34): given and taken by administrators, seen by all who shape it. It is
 * about that unit alone; those below it in the tree are units of their own.
 */
@Stateless
public class Delegates {

    @Inject
    UnitStore store;

    @Inject
    Units units;

    @Inject
    Delegations delegations;

    /**
     * Delegates the unit to a member of the staff, from the next request on.
     *
     * @throws AccessDenied for whoever is no administrator
     * @throws NotFound for a unit or a person that there is not
     * @throws org.guiche.shared.RuleViolation for whoever does not work here
     */
    public void give(Person actor, String unitKey, long personId) {
        UnitAccess.requireInstallation(actor);
        store.read(unitKey);
        delegations.give(personId, unitKey, actor);
    }

    /** Takes it away, from the next request on. Refuses whom {@link #give} refuses. */
    public void take(Person actor, String unitKey, long personId) {
        UnitAccess.requireInstallation(actor);
        store.read(unitKey);
        delegations.end(personId, unitKey, actor);
    }

    /** Those to whom the unit is delegated, by name. Refuses whoever does not shape it. */
    public List<Delegate> of(Person actor, String unitKey) {
        UnitAccess.require(actor, unitKey);
        return delegations.of(unitKey);
    }

    /** The units that are delegated to that person. Administrators only. */
    public List<BusinessUnit> units(Person actor, long personId) {
        UnitAccess.requireInstallation(actor);
        var keys = delegations.units(personId);
        return units.administeredBy(actor).stream()
                .filter(unit -> keys.contains(unit.key()))
                .toList();
    }
}
