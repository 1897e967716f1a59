package org.guiche.units;

import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;

/**
 * Who may shape what: the one place that says it (ADR 34). Administrators shape everything; to whom a unit is delegated, that unit and
 * nothing else of the configuration, so that any other one is not there for them. To everybody else all of it is closed.
 */
public final class UnitAccess {

    private UnitAccess() {}

    /** What belongs to the installation: new units and sectors, whole files, who shapes which unit. Administrators only. */
    public static void requireInstallation(Person actor) {
        if (!actor.isAdministrator()) {
            throw denied();
        }
    }

    /** Whoever shapes some unit at least. */
    public static void requireSome(Person actor) {
        if (!actor.administersUnits()) {
            throw denied();
        }
    }

    /**
     * Whoever shapes that unit.
     *
     * @throws AccessDenied for whoever shapes none
     * @throws NotFound for whoever shapes others, as for one that there is not
     */
    public static void require(Person actor, String unit) {
        requireSome(actor);
        if (!actor.administers(unit)) {
            throw BusinessUnit.unknown();
        }
    }

    private static AccessDenied denied() {
        return new AccessDenied("units.administrators-only");
    }
}
