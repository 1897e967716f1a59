package org.guiche.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row that the application itself wrote, to be written again with some columns changed. */
record Template(String table, List<String> columns, List<@Nullable String> values) {

    /** All rows of the table that fit the condition, as text, without what the database computes by itself. */
    static List<Template> all(Connection connection, String table, String condition) throws SQLException {
        var columns = columns(connection, table);
        var templates = new ArrayList<Template>();
        var list = String.join("::text, ", columns) + "::text";
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select " + list + " from " + table + " where " + condition)) {
            while (row.next()) {
                var values = new ArrayList<@Nullable String>();
                for (var i = 1; i <= columns.size(); i++) {
                    values.add(row.getString(i));
                }
                templates.add(new Template(table, columns, values));
            }
        }
        return templates;
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        var query = "select column_name from information_schema.columns"
                + " where table_name = ? and is_generated = 'NEVER' order by ordinal_position";
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, table);
            var columns = new ArrayList<String>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
            return columns;
        }
    }

    @Nullable
    String value(String column) {
        return values.get(index(column));
    }

    /** The same row, with these columns changed. */
    List<@Nullable String> with(Map<String, ? extends @Nullable Object> changes) {
        var changed = new ArrayList<@Nullable String>(values);
        changes.forEach((column, value) -> changed.set(index(column), value == null ? null : value.toString()));
        return changed;
    }

    private int index(String column) {
        var index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(table + " has no column " + column);
        }
        return index;
    }
}
