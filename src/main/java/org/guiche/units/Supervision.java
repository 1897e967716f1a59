package org.guiche.units;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.guiche.accounts.Role;

/**
 * Who supervises which sector without supervising all of them: whom the sector has as its supervisor, and whom a unit names that leads
 * to it, also one that takes no tickets any more (ADR 36).
 */
record Supervision(Map<Long, Set<Long>> bySector) {

    Supervision {
        bySector = Map.copyOf(bySector);
    }

    /** Of all sectors; {@code named} are the people by the unit's id. */
    static Supervision of(
            List<Sector> sectors,
            Map<Long, List<TeamMember>> members,
            Collection<BusinessUnit> units,
            Map<Long, List<Long>> named) {
        var bySector = new HashMap<Long, Set<Long>>();
        for (var sector : sectors) {
            var people = new TreeSet<Long>();
            members.getOrDefault(sector.id(), List.of()).stream()
                    .filter(member -> member.role() == Role.SUPERVISOR)
                    .forEach(member -> people.add(member.personId()));
            units.stream()
                    .filter(unit -> named.containsKey(unit.id()))
                    .filter(unit -> unit.sectors().contains(sector.key()))
                    .forEach(unit -> people.addAll(named.getOrDefault(unit.id(), List.of())));
            bySector.put(sector.id(), people);
        }
        return new Supervision(bySector);
    }

    /** Of that sector, by their ids. */
    Set<Long> of(long sectorId) {
        return bySector.getOrDefault(sectorId, Set.of());
    }
}
