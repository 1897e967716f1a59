package org.guiche.units;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything about units and sectors, as of one revision of the tables.
 *
 * @param units those that take tickets, in the tree's order
 * @param retired those that took some once
 * @param members who works in which sector, by its id
 * @param supervision who supervises some of them
 */
record UnitContent(
        long revision,
        List<BusinessUnit> units,
        List<BusinessUnit> retired,
        List<Sector> sectors,
        Map<Long, List<TeamMember>> members,
        Supervision supervision) {

    Optional<BusinessUnit> unit(long id) {
        return everyUnit().filter(unit -> unit.id() == id).findFirst();
    }

    private Stream<BusinessUnit> everyUnit() {
        return Stream.concat(units.stream(), retired.stream());
    }

    /** The units, with those that take no tickets any more, that lead to that sector. */
    List<BusinessUnit> serving(String sector) {
        return everyUnit().filter(unit -> unit.sectors().contains(sector)).toList();
    }

    Optional<RequestForm> form(long id) {
        return everyUnit()
                .map(BusinessUnit::form)
                .filter(form -> form.id() == id)
                .findFirst();
    }

    /** The unit of that key, taking tickets or not any more. */
    Optional<BusinessUnit> unit(String key) {
        return everyUnit().filter(unit -> unit.key().equals(key)).findFirst();
    }

    List<TeamMember> membersOf(long sectorId) {
        return members.getOrDefault(sectorId, List.of());
    }
}
