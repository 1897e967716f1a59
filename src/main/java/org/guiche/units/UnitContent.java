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
 * @param members the ids of people by sector
 */
record UnitContent(
        long revision,
        List<BusinessUnit> units,
        List<BusinessUnit> retired,
        List<Sector> sectors,
        Map<Long, List<Long>> members) {

    Optional<BusinessUnit> unit(long id) {
        return everyUnit().filter(unit -> unit.id() == id).findFirst();
    }

    private Stream<BusinessUnit> everyUnit() {
        return Stream.concat(units.stream(), retired.stream());
    }

    Optional<RequestForm> form(long id) {
        return everyUnit()
                .map(BusinessUnit::form)
                .filter(form -> form.id() == id)
                .findFirst();
    }

    List<Long> membersOf(long sectorId) {
        return members.getOrDefault(sectorId, List.of());
    }
}
