package org.guiche.reporting;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whoever administers the database: beside the product, and none of whose changes fires a trigger. */
@Dependent
class DatabaseAdministrator {

    @Resource(lookup = "java:app/jdbc/guiche")
    DataSource database;

    private String url = "";

    Connection connect() throws SQLException {
        if (url.isEmpty()) {
            try (var ours = database.getConnection()) {
                url = ours.getMetaData().getURL().split("\\?", 2)[0];
            }
        }
        var connection = DriverManager.getConnection(url, "postgres", "");
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
        }
        return connection;
    }
}
