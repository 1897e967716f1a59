package org.guiche.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the database behind the pages, as a superuser: for filling it and for the floor. */
interface Database {
    Connection connect() throws SQLException, IOException;
}
