package org.guiche.reporting;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Page;
import org.guiche.shared.Texts;
import org.guiche.shared.TooMany;
import org.guiche.sheets.Head;
import org.guiche.sheets.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Reports as files (PRODUCT 9), for those who may see the same on the page. Tickets are looked up some hundreds at a time, each time in a
 * transaction of its own, and sent before the next ones are asked for.
 */
@ApplicationScoped
public class Exports {

    /** On one node; each of them reads as fast as it can. */
    private static final int AT_ONCE = 4;

    private static final int ROWS = 500;
    private static final Duration LATER = Duration.ofSeconds(15);

    private final Semaphore free = new Semaphore(AT_ONCE);

    @EJB
    Reports reports;

    @Inject
    ExportHead heads;

    @Inject
    DashboardTables dashboards;

    /**
     * Looks up the first figures of a report.
     *
     * @throws AccessDenied for whoever has no reports, and for customers who ask for what is the staff's own
     * @throws TooMany while as many are being sent as may be
     */
    public Export prepare(ReportRequest asked, Person person) {
        if (free.availablePermits() == 0) {
            throw busy();
        }
        return asked.report() == Report.DASHBOARD ? dashboard(asked, person) : tickets(asked, person);
    }

    /**
     * Says what a report would be sent as, without looking anything up.
     *
     * @throws AccessDenied for whom {@link #prepare} throws it
     */
    public Export announce(ReportRequest asked, Person person) {
        if (asked.report() == Report.DASHBOARD) {
            reports.admit(asked.cut(), asked.by(), person);
        } else {
            reports.admit(asked.cut(), asked.slice(), person);
        }
        return new Export(asked, out -> {
            throw new IllegalStateException("only announced");
        });
    }

    private static TooMany busy() {
        return new TooMany("reporting.export.busy", LATER, AT_ONCE);
    }

    private Export dashboard(ReportRequest asked, Person person) {
        var figures = reports.dashboard(asked.cut(), person);
        var lines = reports.breakdown(asked.cut(), asked.by(), person);
        var head = heads.of(asked, person);
        var tables = dashboards.of(figures, asked, lines, person);
        return new Export(
                asked,
                out -> write(out, asked, head, sheet -> {
                    for (var table : tables) {
                        table.write(sheet);
                    }
                }));
    }

    private Export tickets(ReportRequest asked, Person person) {
        var head = heads.of(asked, person);
        var first = page(asked, null, person);
        return new Export(asked, out -> write(out, asked, head, sheet -> writeTickets(sheet, first, asked, person)));
    }

    private Page<TicketRow> page(ReportRequest asked, @Nullable Long before, Person person) {
        return reports.ticketRows(asked.cut(), asked.slice(), before, ROWS, person);
    }

    private void writeTickets(Sheet sheet, Page<TicketRow> first, ReportRequest asked, Person person)
            throws IOException {
        var table = TicketTable.of(person.isStaff());
        sheet.table("tickets", "", table.headings());
        var most = asked.format().most();
        var page = first;
        for (long written = 0; ; ) {
            for (var row : page.items()) {
                if (written == most) {
                    sheet.note(Texts.get("reporting.export.most", most));
                    return;
                }
                sheet.row(table.cells(row));
                written++;
            }
            var next = page.next();
            if (next == null) {
                return;
            }
            page = page(asked, Long.valueOf(next), person);
        }
    }

    private interface Content {
        void write(Sheet sheet) throws IOException;
    }

    private void write(OutputStream out, ReportRequest asked, Head head, Content content) throws IOException {
        if (!free.tryAcquire()) {
            throw busy();
        }
        try {
            var sheet = asked.format().write(out, head);
            content.write(sheet);
            sheet.end();
        } finally {
            free.release();
        }
    }
}
