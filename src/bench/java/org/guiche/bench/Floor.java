package org.guiche.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The least it can cost to open a ticket durably: the very rows that the application wrote for one, written again by plain
 * JDBC in one transaction, one statement a table, nothing read, nothing checked.
 */
final class Floor {

    private static final String TICKET = "tickets_ticket";
    private static final String CODES = "tickets_code_seq";

    private final List<Rows> tables;

    /** The rows of one table; {@code reference} is the column that names the ticket. */
    private record Rows(List<Template> rows, String reference) {

        String insert() {
            var template = rows.get(0);
            var values = new ArrayList<String>();
            for (var column : columns()) {
                values.add(value(template.table(), column));
            }
            return "insert into " + template.table() + " (" + String.join(", ", columns()) + ") values ("
                    + String.join(", ", values) + ")";
        }

        private String value(String table, String column) {
            if (column.equals(reference)) {
                return table.equals(TICKET) ? "nextval('" + CODES + "')" : "currval('" + CODES + "')";
            }
            return column.equals("id") ? "nextval('" + table + "_seq')" : "?";
        }

        private List<String> columns() {
            return rows.get(0).columns();
        }

        /** The values of the question marks, in their order. */
        List<@Nullable String> parameters(Template row) {
            var parameters = new ArrayList<@Nullable String>();
            for (var column : columns()) {
                if (!column.equals(reference) && !column.equals("id")) {
                    parameters.add(column.equals("submission_key") ? null : row.value(column));
                }
            }
            return parameters;
        }
    }

    private Floor(List<Rows> tables) {
        this.tables = tables;
    }

    /** Learns the rows from a ticket that the application has just opened. */
    static Floor like(Connection connection, long code) throws SQLException {
        var tables = new ArrayList<Rows>();
        tables.add(new Rows(Template.all(connection, TICKET, "id = " + code), "id"));
        for (var reference : references(connection)) {
            var rows = Template.all(connection, reference.get(0), reference.get(1) + " = " + code);
            if (!rows.isEmpty()) {
                tables.add(new Rows(rows, reference.get(1)));
            }
        }
        return new Floor(tables);
    }

    /** Table and column of everything that belongs to a ticket. */
    static List<List<String>> references(Connection connection) throws SQLException {
        var query = """
                select c.conrelid::regclass::text, a.attname from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                where c.contype = 'f' and c.confrelid = 'tickets_ticket'::regclass and c.conrelid <> c.confrelid
                order by 1, 2
                """;
        var found = new ArrayList<List<String>>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                found.add(List.of(row.getString(1), row.getString(2)));
            }
        }
        return found;
    }

    /** How many rows of which table make a ticket. */
    String told() {
        return String.join(
                ", ",
                tables.stream()
                        .map(table ->
                                table.rows().size() + " " + table.rows().get(0).table())
                        .toList());
    }

    /** One client with a connection of its own. */
    Load.Work client(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        var statements = new ArrayList<PreparedStatement>();
        for (var table : tables) {
            statements.add(connection.prepareStatement(table.insert()));
        }
        return new Load.Work() {
            @Override
            public void once() throws SQLException {
                write(statements);
                connection.commit();
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    private void write(List<PreparedStatement> statements) throws SQLException {
        for (var i = 0; i < statements.size(); i++) {
            var statement = statements.get(i);
            var table = tables.get(i);
            for (var row : table.rows()) {
                var parameters = table.parameters(row);
                for (var p = 0; p < parameters.size(); p++) {
                    statement.setString(p + 1, parameters.get(p));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
