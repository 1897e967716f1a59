package org.guiche.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The PostgreSQL of {@code guiche.db.url}, looked at before anything is started on it. */
final class ExternalDatabase {

    private static final int OLDEST = 15;
    private static final int VERSIONS_A_MAJOR = 10_000;
    private static final String PATIENCE_SECONDS = "10";

    private final DatabaseAddress address;
    private final boolean demo;

    ExternalDatabase(DatabaseAddress address, boolean demo) {
        this.address = address;
        this.demo = demo;
    }

    /** Refuses a database that cannot be reached, is too old, belongs to another program, or is no place for a demo. */
    void check() {
        try (var connection = DriverManager.getConnection(address.url(), credentials())) {
            requireVersion(number(connection, "select current_setting('server_version_num')::int"));
            requireOurs(connection);
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    /** Whether others than we are there with the same name. */
    boolean isUsedByOthers() {
        try (var connection = DriverManager.getConnection(address.url(), credentials())) {
            var others =
                    "select count(*) from pg_stat_activity where datname = current_database() and usename = current_user"
                            + " and pid <> pg_backend_pid()";
            return number(connection, others) > 0;
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    static void requireVersion(long number) {
        if (number < (long) OLDEST * VERSIONS_A_MAJOR) {
            throw new Refusal("launcher.db.old", number / VERSIONS_A_MAJOR, OLDEST);
        }
    }

    private void requireOurs(Connection connection) throws SQLException {
        var tables = number(connection, "select count(*) from pg_tables where schemaname = current_schema()");
        if (tables == 0) {
            return;
        }
        var begun = tables == 1 && exists(connection, "flyway_schema_history"); // by a start that was cut off
        var ours = exists(connection, "flyway_schema_history") && exists(connection, "accounts_person");
        if (!begun && !ours) {
            throw new Refusal("launcher.db.foreign", address.shown());
        }
        if (demo && ours && holdsMoreThanADemo(connection)) {
            throw new Refusal("launcher.db.demo", address.shown());
        }
    }

    private static boolean holdsMoreThanADemo(Connection connection) throws SQLException {
        var strangers = "select count(*) from accounts_person where email not like '%.example'";
        return number(connection, strangers) > 0;
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        return number(
                        connection,
                        "select count(*) from pg_tables where schemaname = current_schema() and tablename = '" + table
                                + "'")
                > 0;
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Properties credentials() {
        var credentials = new Properties();
        address.user().ifPresent(user -> credentials.setProperty("user", user));
        address.password().ifPresent(password -> credentials.setProperty("password", password));
        credentials.setProperty("connectTimeout", PATIENCE_SECONDS);
        credentials.setProperty("loginTimeout", PATIENCE_SECONDS);
        return credentials;
    }

    /** By the standard's classes of states: 28 is about who asks, 3D000 about a database that does not exist. */
    private Refusal refusal(SQLException e) {
        var state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return new Refusal("launcher.db.credentials", address.shown());
        }
        return state.equals("3D000")
                ? new Refusal("launcher.db.missing", address.shown())
                : new Refusal("launcher.db.unreachable", address.shown());
    }
}
