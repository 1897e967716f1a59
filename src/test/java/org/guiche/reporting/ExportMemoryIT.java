package org.guiche.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.guiche.accounts.Person;
import org.guiche.sheets.Format;
import org.guiche.support.Api;
import org.guiche.support.People;
import org.guiche.tickets.Figure;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Exports stream: of thirty thousand tickets the server's heap holds some hundreds at a time. It runs in the server's own memory and
 * looks at what a full collection leaves in the middle of each file.
 */
@ExtendWith(ArquillianExtension.class)
class ExportMemoryIT {

    private static final long FIRST = 800_000_000_000L;
    private static final int TICKETS = 30_000;
    private static final int BROKEN = 5_000;
    private static final long BUDGET = 8L * 1024 * 1024;
    private static final int MIDDLE = 250_000;
    private static final String MANY = "from=2019-03-01&to=2019-03-31";
    private static final String ONE_BROKEN = "from=2018-03-01&to=2018-03-31";

    @ArquillianResource
    URL home;

    @Inject
    Exports exports;

    @Inject
    People people;

    @Resource(lookup = "java:app/jdbc/guiche")
    DataSource database;

    @BeforeEach
    void thereAreMany() throws SQLException {
        thereAreNone();
        copies(FIRST, TICKETS, "2019-03-05T12:00:00Z");
        copies(FIRST + TICKETS, BROKEN, "2018-03-05T12:00:00Z");
        run("update tickets_ticket t set status_id = (select min(id) from units_status where unit_id <> t.unit_id)"
                + " where id = "
                + (FIRST + TICKETS + 1)); // a status that its unit does not know
    }

    /** As if they had always been there: nobody is told of them and nobody reckons them. */
    private void copies(long first, int many, String at) throws SQLException {
        var number = first + " + n";
        run("insert into tickets_ticket (" + columns("tickets_ticket", "id", "") + ") select "
                + columns("tickets_ticket", number, at)
                + " from (select * from tickets_ticket order by id limit 1) t, generate_series(1, " + many + ") n");
        run("insert into reporting_ticket (" + columns("reporting_ticket", "ticket_id", "") + ") select "
                + columns("reporting_ticket", number, at)
                + " from (select * from reporting_ticket order by ticket_id limit 1) t, generate_series(1, " + many
                + ") n");
    }

    /** The columns of that table, the first one being that; with others in place of some where there is a moment. */
    private String columns(String table, String number, String at) throws SQLException {
        try (var connection = database.getConnection();
                var found = connection
                        .createStatement()
                        .executeQuery("select string_agg(case when column_name in ('id', 'ticket_id') then '" + number
                                + "'" + (at.isEmpty() ? "" : instead(at))
                                + " else quote_ident(column_name) end, ', ' order by ordinal_position) from"
                                + " information_schema.columns where"
                                + " table_name"
                                + " = '" + table + "' and is_generated = 'NEVER'")) {
            found.next();
            return found.getString(1);
        }
    }

    private static String instead(String at) {
        return " when column_name = 'created_at' then 'timestamptz ''" + at + "'''"
                + " when column_name = 'created_day' then 'date ''" + at.substring(0, 10) + "'''"
                + " when column_name = 'submission_key' then 'gen_random_uuid()'"
                + " when column_name = 'subject' then '''Assunto de umas palavras, número '' || n'";
    }

    @AfterEach
    void thereAreNone() throws SQLException {
        run("delete from reporting_ticket where ticket_id > " + FIRST);
        run("delete from tickets_ticket where id > " + FIRST);
    }

    /** Nobody is told: what was noted of them goes within the same transaction. */
    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "do $$ begin " + sql + "; delete from tickets_touched where ticket_id > " + FIRST + "; end $$");
        }
    }

    @Test
    void thirtyThousandTicketsGoOutWithoutStayingInMemory() throws IOException {
        var talita = people.talita();
        export(Format.XLSX, talita, OutputStream.nullOutputStream());
        var before = used();

        for (var format : List.of(Format.CSV, Format.XLSX, Format.JSON)) {
            var middle = new Middle();
            export(format, talita, middle);
            assertThat(middle.used - before).as("heap for " + format).isBetween(-before, BUDGET);
        }
    }

    private void export(Format format, Person person, OutputStream out) throws IOException {
        var march = new Period(LocalDate.of(2019, 3, 1), LocalDate.of(2019, 3, 31));
        exports.prepare(
                        new ReportRequest(
                                Report.TICKETS, format, Cut.of(march), Dimension.UNIT, Slice.of(Figure.CREATED)),
                        person)
                .writeTo(out);
    }

    /** Looks at the memory once when a good part is through. */
    private static final class Middle extends OutputStream {

        private long sent;
        private long used = Long.MAX_VALUE;

        @Override
        public void write(int one) {
            write(new byte[1], 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            sent += length;
            if (sent > MIDDLE && used == Long.MAX_VALUE) {
                used = ExportMemoryIT.used();
            }
        }
    }

    @Test
    void everyTicketIsInItOnce() throws IOException {
        var answer = Api.at(home).as("talita@guiche.example").open("reports/tickets?" + MANY + "&format=csv");
        var text = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(text.lines().filter(line -> line.startsWith("8000")).distinct())
                .hasSize(TICKETS);
    }

    @Test
    void whatBreaksInTheMiddleIsBrokenOff() {
        var talita = Api.at(home).as("talita@guiche.example");

        for (var format : List.of("csv", "xlsx", "json")) {
            assertThatThrownBy(() -> talita.open("reports/tickets?" + ONE_BROKEN + "&format=" + format)
                            .body()
                            .readAllBytes())
                    .as(format)
                    .isInstanceOf(IOException.class);
        }
    }

    private static long used() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
