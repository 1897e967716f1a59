package org.guiche.matrix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The one table of who may do what to whose ticket: {@code walls.txt}. */
final class Walls {

    private static final Map<String, Level> LEVELS = read();

    private Walls() {}

    private static Map<String, Level> read() {
        var levels = new HashMap<String, Level>();
        var rows = Table.rows("walls.txt", 2);
        var owners = words(rows.get(0).get(1));
        for (var row : rows.subList(1, rows.size())) {
            var letters = words(row.get(1));
            for (int i = 0; i < owners.size(); i++) {
                levels.put(row.get(0) + " " + owners.get(i), Level.of(letters.get(i)));
            }
        }
        return levels;
    }

    private static List<String> words(String line) {
        return List.of(line.split("\\s+", -1));
    }

    static Level between(Cast role, Owner owner) {
        return Objects.requireNonNull(
                LEVELS.get(role + " " + owner), "walls.txt says nothing of " + role + " and the ticket of " + owner);
    }
}
