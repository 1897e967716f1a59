package org.guiche.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows on their way into one table, by PostgreSQL's COPY. */
final class Copy implements AutoCloseable {

    private static final int BUFFER = 1 << 18;

    private final PGCopyOutputStream out;
    private final StringBuilder row = new StringBuilder(2048);

    Copy(Connection connection, String table, List<String> columns) throws SQLException {
        var sql = "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
        out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, BUFFER);
    }

    /** Sends one row; null is the database's null. */
    void row(List<@Nullable String> values) throws IOException {
        row.setLength(0);
        for (var value : values) {
            append(value);
            row.append('\t');
        }
        row.setCharAt(row.length() - 1, '\n');
        out.write(row.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void append(@Nullable String value) {
        if (value == null) {
            row.append("\\N");
            return;
        }
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '\\' -> row.append("\\\\");
                case '\t' -> row.append("\\t");
                case '\n' -> row.append("\\n");
                case '\r' -> row.append("\\r");
                default -> row.append(c);
            }
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        out.close();
    }
}
