package org.guiche.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
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

    private static final int TICKETS = 30_000;
    private static final long BUDGET = 8L * 1024 * 1024; // of some 60 MB that their rows would take
    private static final int MIDDLE = 250_000;

    @ArquillianResource
    URL home;

    @Inject
    Exports exports;

    @Inject
    ManyTickets many;

    @Inject
    People people;

    @BeforeEach
    void thereAreMany() throws SQLException {
        many.add(TICKETS);
    }

    @AfterEach
    void thereAreNone() throws SQLException {
        many.remove();
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
        exports.prepare(
                        new ReportRequest(
                                Report.TICKETS,
                                format,
                                Cut.of(ManyTickets.MARCH),
                                Dimension.UNIT,
                                Slice.of(Figure.CREATED),
                                OptionalInt.empty()),
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
        var days = "from=" + ManyTickets.MARCH.from() + "&to=" + ManyTickets.MARCH.to();
        var answer = Api.at(home).as("talita@guiche.example").open("reports/tickets?" + days + "&format=csv");
        var text = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(text.lines()
                        .filter(line -> line.startsWith(ManyTickets.PREFIX))
                        .distinct())
                .hasSize(TICKETS);
    }

    private static long used() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
