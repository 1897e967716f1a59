package org.guiche.tickets;

import java.util.Map;
import java.util.Optional;
import org.guiche.partners.Opening;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;

/** Which team a request is for, as far as its answers say. */
final class Routes {

    private Routes() {}

    /**
     * Where a new ticket goes.
     *
     * @param unsorted whether somebody there has to look who it is for
     */
    record Route(Sector sector, boolean unsorted) {}

    /** To the team that the answers name, where the unit lets them; a concluded project's to the general one (S0-08); else where people sort. */
    static Route of(BusinessUnit unit, Opening opening, Map<String, Object> answers, Sectors sectors) {
        if (opening.isOfConcludedProject()) {
            return new Route(unit.generalSector(), unit.generalSector().equals(unit.entrySector()));
        }
        var named = unit.settings().triage().always()
                ? Optional.<String>empty()
                : unit.form().sector(answers);
        return named.map(key -> new Route(sectors.get(key), false))
                .orElseGet(() -> new Route(unit.entrySector(), true));
    }
}
