package org.guiche.matrix;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The database behind the running application, read and written past it. */
final class Rows {

    /**
     * What a request leaves behind even where it is refused: how often somebody tried, and from where; what is swept by itself, and what a timer counts of the
     * tickets again and again, whoever asks for what.
     */
    private static final String TRACES =
            "(attachments_content|attachments_picture|throttle|quota|device|session|access|flyway|migration|demo_clock|touched|reporting_(state|ticket|fact|packed|[a-z_]*cell))";

    private Rows() {}

    private static @Nullable Connection connection;

    private static Connection connection() throws SQLException {
        if (connection == null) {
            connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
        }
        return connection;
    }

    /** The first column of what is found. */
    static synchronized List<String> of(String sql, @Nullable Object... values) {
        try (var statement = connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var found = new ArrayList<String>();
            if (statement.execute()) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The same where there is exactly one. */
    static String one(String sql, Object... values) {
        var found = of(sql, values);
        if (found.size() != 1) {
            throw new IllegalStateException(sql + " finds " + found.size());
        }
        return found.get(0);
    }

    /** Every table, by name. */
    static List<String> tables() {
        return of("select table_name from information_schema.tables where table_schema = 'public'"
                + " and table_type = 'BASE TABLE' order by 1");
    }

    /**
     * What tells one state of each table from the next: which rows it has and which transaction wrote each, without a look at what they
     * hold; without the traces. A row that was written again just as it was counts as another one.
     */
    static Map<String, String> checksums() {
        var sql = tables().stream()
                .filter(table -> !table.matches(".*" + TRACES + ".*"))
                .map(
                        ("select '%1$s ' || count(*) || ' ' || coalesce(sum(hashtextextended(ctid::text || ' ' || xmin::text, 0)), 0)"
                                        + " from %1$s")::formatted)
                .toList();
        var sums = new TreeMap<String, String>();
        of(String.join(" union all ", sql)).forEach(line -> sums.put(line.split(" ", 2)[0], line.split(" ", 2)[1]));
        return sums;
    }

    /** A moment of the database, to ask later what was written since. */
    static long now() {
        return Long.parseLong(one("select pg_current_xact_id()::text"));
    }

    /** The tables that hold one of these words in a row written since that moment. */
    static List<String> holding(long since, String... words) {
        var found = new ArrayList<String>();
        for (var table : tables()) {
            var sql =
                    "select 1 from %s t where case when xmin::text::bigint >= ? then t::text like any (?) end limit 1";
            var like = Arrays.stream(words).map(word -> "%" + word + "%").toArray(String[]::new);
            if (!of(sql.formatted(table), since, like).isEmpty()) {
                found.add(table);
            }
        }
        return found;
    }
}
