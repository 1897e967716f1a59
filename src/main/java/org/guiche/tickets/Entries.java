package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.Units;

/** Where new tickets wait to be sorted, and who sorts them there: whoever may work in that sector (decision 0021). */
@Dependent
class Entries {

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    /** The entry sectors that the person sorts, in order; for supervisors of the installation all. */
    List<Sector> of(Person person) {
        return sectors.of(person).stream().filter(this::isEntry).toList();
    }

    boolean isEntry(Sector sector) {
        return units.all().stream().map(BusinessUnit::entrySector).anyMatch(sector::equals);
    }

    /** Refuses who does not work there, and a sector that nothing enters. */
    Sector require(String key, Person person) {
        return of(person).stream()
                .filter(sector -> sector.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AccessDenied("tickets.triage.denied"));
    }
}
