package org.guiche.units;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.shared.NotFound;

/** The teams and who works in them. */
@Stateless
public class Sectors {

    @PersistenceContext
    EntityManager em;

    @Inject
    Picture picture;

    /** Every sector, in order. */
    public List<Sector> all() {
        return picture.current().sectors();
    }

    /** The sectors that the person works in; for supervisors all. */
    public List<Sector> of(Person person) {
        if (person.isSupervisor()) {
            return all();
        }
        var ids = mine(person);
        return all().stream().filter(sector -> ids.contains(sector.id())).toList();
    }

    private List<Long> mine(Person person) {
        List<?> rows = em.createNativeQuery("select sector_id from units_sector_member where person_id = ?1")
                .setParameter(1, person.id())
                .getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** Whether the person works in that sector; supervisors work in all. */
    public boolean isMember(Person person, long sectorId) {
        return person.isSupervisor() || (person.isStaff() && mine(person).contains(sectorId));
    }

    /** The sector of that key. */
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

    /** The ids of those who work in that sector. */
    public List<Long> members(long sectorId) {
        List<?> rows = em.createNativeQuery("select person_id from units_sector_member where sector_id = ?1")
                .setParameter(1, sectorId)
                .getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }
}
