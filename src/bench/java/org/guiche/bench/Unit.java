package org.guiche.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A business unit as the history needs it: a ticket to copy, its first status of each category, and its classifications. */
record Unit(Template ticket, Map<String, Status> statuses, List<Long> classifications) {

    /** A status; the key is what events tell. */
    record Status(long id, String key) {}

    /** The units that have a ticket to copy: the demo data opens some in each. */
    static List<Unit> all(Connection connection) throws SQLException {
        var units = new ArrayList<Unit>();
        var firsts = "id in (select min(id) from tickets_ticket group by unit_id)";
        for (var ticket : Template.all(connection, "tickets_ticket", firsts)) {
            var id = Long.parseLong(String.valueOf(ticket.value("unit_id")));
            units.add(new Unit(
                    ticket,
                    statuses(connection, id),
                    Town.ids(connection, "select id from units_classification where active and unit_id = " + id)));
        }
        if (units.isEmpty()) {
            throw new IllegalStateException("the demo data has no ticket to copy");
        }
        return units;
    }

    private static Map<String, Status> statuses(Connection connection, long unit) throws SQLException {
        var statuses = new HashMap<String, Status>();
        var query = "select category, id, key from units_status where active and unit_id = ? order by position";
        try (var statement = connection.prepareStatement(query)) {
            statement.setLong(1, unit);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    statuses.putIfAbsent(row.getString(1), new Status(row.getLong(2), row.getString(3)));
                }
            }
        }
        return statuses;
    }

    /** The status of that category, or of the nearest one the unit has. */
    Status status(String category) {
        var status = statuses.get(category);
        if (status != null) {
            return status;
        }
        return status(category.equals("CLOSED") ? "RESOLVED" : "OPEN");
    }

    boolean has(String category) {
        return statuses.containsKey(category);
    }
}
