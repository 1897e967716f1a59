package org.guiche.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Indexes taken away while rows are filled in, and made again afterwards: that is minutes faster. */
final class Indexes {

    private final Connection connection;
    private final List<String> definitions;

    private Indexes(Connection connection, List<String> definitions) {
        this.connection = connection;
        this.definitions = definitions;
    }

    /** Drops those of the tables that hold no constraint. */
    static Indexes drop(Connection connection, List<String> tables) throws SQLException {
        var query = "select indexname, indexdef from pg_indexes where tablename = any (?)"
                + " and indexname not in (select conname from pg_constraint)";
        var names = new ArrayList<String>();
        var definitions = new ArrayList<String>();
        try (var statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("text", tables.toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                    definitions.add(row.getString(2));
                }
            }
        }
        for (var name : names) {
            execute(connection, "drop index " + name);
        }
        return new Indexes(connection, definitions);
    }

    void create() throws SQLException {
        execute(connection, "set maintenance_work_mem = '512MB'");
        for (var definition : definitions) {
            execute(connection, definition);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
