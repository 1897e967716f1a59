package org.guiche.units;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.shared.NotFound;

/** The teams and who works in them; read from memory, which follows the tables within a second. */
@ApplicationScoped
public class Sectors {

    @Inject
    Picture picture;

    /** Every sector, in order. */
    public List<Sector> all() {
        return picture.current().sectors();
    }

    /** The sectors that the person works in; for supervisors all, for customers none. */
    public List<Sector> of(Person person) {
        return all().stream().filter(sector -> isMember(person, sector.id())).toList();
    }

    /** Whether the person works in that sector; supervisors work in all. */
    public boolean isMember(Person person, long sectorId) {
        return person.isSupervisor() || (person.isStaff() && members(sectorId).contains(person.id()));
    }

    /** The sector of that key; refuses any other. */
    public Sector get(String key) {
        return all().stream()
                .filter(sector -> sector.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("units.sector.not-found"));
    }

    /** The sector of that id. */
    public Sector get(long id) {
        return all().stream().filter(sector -> sector.id() == id).findFirst().orElseThrow();
    }

    /** The ids of those who are members of that sector. */
    public List<Long> members(long sectorId) {
        return picture.current().membersOf(sectorId);
    }
}
