package org.guiche.units;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree of units: Matriz › E-commerce › Parceiros (S0-12).
 *
 * @param unit the unit that can be chosen here; null where the node only groups others
 */
public record UnitNode(String name, @Nullable BusinessUnit unit, List<UnitNode> children) {

    public UnitNode {
        children = List.copyOf(children);
    }

    /** The tree of these units, in their order; nodes of the same name under the same parent are one. */
    static List<UnitNode> tree(List<BusinessUnit> units) {
        return level(units, 0);
    }

    private static List<UnitNode> level(List<BusinessUnit> units, int depth) {
        var names =
                units.stream().map(unit -> unit.path().get(depth)).distinct().toList();
        var nodes = new ArrayList<UnitNode>();
        for (var name : names) {
            var under = units.stream()
                    .filter(unit -> unit.path().get(depth).equals(name))
                    .toList();
            var here = under.stream()
                    .filter(unit -> unit.path().size() == depth + 1)
                    .findFirst();
            var deeper = under.stream()
                    .filter(unit -> unit.path().size() > depth + 1)
                    .toList();
            nodes.add(new UnitNode(name, here.orElse(null), level(deeper, depth + 1)));
        }
        return nodes;
    }
}
