package org.guiche.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;

/** Tickets by the thousands, as if they had always been there: copies of one, which nobody is told of and nobody reckons. */
@Dependent
class ManyTickets {

    /** What their numbers begin with. */
    static final String PREFIX = "8000";

    /** When all of them were opened. */
    static final Period MARCH = new Period(LocalDate.parse("2019-03-01"), LocalDate.parse("2019-03-31"));

    private static final long FIRST = 800_000_000_000L;
    private static final LocalDate DAY = LocalDate.parse("2019-03-05");

    @Inject
    DatabaseAdministrator administrator;

    void add(int many) throws SQLException {
        remove();
        copy("tickets_ticket", "id", many);
        copy("reporting_ticket", "ticket_id", many);
    }

    private void copy(String table, String number, int many) throws SQLException {
        run("insert into " + table + " (" + columns(table, number, false) + ") select " + columns(table, number, true)
                + " from (select * from " + table + " order by " + number + " limit 1) t, generate_series(1, " + many
                + ") n");
    }

    /** The columns of that table; with others in place of some for a copy. */
    private String columns(String table, String number, boolean copied) throws SQLException {
        var instead = copied
                ? "case column_name when '" + number + "' then '" + FIRST + " + n'"
                        + " when 'created_at' then 'timestamptz ''" + DAY + "T12:00:00Z'''"
                        + " when 'created_day' then 'date ''" + DAY + "'''"
                        + " when 'submission_key' then 'gen_random_uuid()'"
                        + " when 'subject' then '''Assunto de umas palavras, número '' || n'"
                        + " else quote_ident(column_name) end"
                : "quote_ident(column_name)";
        try (var connection = administrator.connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select string_agg(" + instead
                        + ", ', ' order by ordinal_position) from information_schema.columns where table_name = '"
                        + table + "' and is_generated = 'NEVER'")) {
            found.next();
            return found.getString(1);
        }
    }

    void remove() throws SQLException {
        run("delete from reporting_ticket where ticket_id > " + FIRST);
        run("delete from tickets_ticket where id > " + FIRST);
    }

    /** Without triggers: none of them refers to anything, or is referred to. */
    private void run(String sql) throws SQLException {
        try (var connection = administrator.connect();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }
}
