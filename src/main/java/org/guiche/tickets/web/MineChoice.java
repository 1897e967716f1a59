package org.guiche.tickets.web;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.guiche.partners.Company;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Status;
import org.jspecify.annotations.Nullable;

/**
 * One of the choices of a menu of the list of one's tickets.
 *
 * @param selected an attribute without a value is left out
 */
public record MineChoice(
        String value, String label, @Nullable String selected) {

    static MineChoice of(String value, String label, boolean selected) {
        return new MineChoice(value, label, selected ? "selected" : null);
    }

    static List<MineChoice> clients(List<Company> clients, MineQuery query) {
        return clients.stream()
                .map(one -> of(Long.toString(one.id()), one.name(), Objects.equals(one.id(), query.client())))
                .toList();
    }

    /** The statuses that a ticket of that turn may have, by the names that requesters know, in the order of its life. */
    static List<MineChoice> statuses(List<BusinessUnit> units, MineQuery query) {
        var turn = query.turn();
        return units.stream()
                .flatMap(unit -> unit.statuses().stream())
                .filter(status -> turn == null || turn.categories().contains(status.category()))
                .sorted(Comparator.comparing(Status::category))
                .map(Status::publicName)
                .distinct()
                .map(name -> of(name, name, name.equals(query.status())))
                .toList();
    }
}
