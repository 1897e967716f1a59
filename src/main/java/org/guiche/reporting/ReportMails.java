package org.guiche.reporting;

import static java.util.stream.Collectors.joining;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.guiche.accounts.Person;
import org.guiche.channels.Letter;
import org.guiche.channels.Letters;
import org.guiche.shared.Email;
import org.guiche.shared.Texts;
import org.guiche.sheets.CellText;

/** The mail that a report is sent in: its figures, its file, and the ways to the report and to where it ends. */
@Dependent
class ReportMails {

    /** So many bytes go with a mail at most: many mail servers take no more than twice that much, encoded. */
    static final int MOST = 5 * 1024 * 1024;

    private static final String KEY = "reporting.mail.";

    @EJB
    Reports reports;

    @EJB
    Letters letters;

    @Inject
    Exports exports;

    @Inject
    ExportHead heads;

    @Inject
    ServiceTables service;

    @Inject
    ReportQueries queries;

    /**
     * The mail of that day.
     *
     * @param most how many bytes its file may have; of a larger one it has the way alone
     */
    Letter of(Schedule schedule, LocalDate day, int most, Person person) throws IOException {
        var days = schedule.span().before(day);
        var address = ReportQuery.parts(schedule.address());
        var query = queries.of(address, day, person);
        var asked = new ReportRequest(
                schedule.report(),
                schedule.format(),
                query.cut().at(days),
                query.by(),
                new SliceQuery(address).slice(),
                query.target());
        var export = exports.prepare(asked, person);
        var file = BoundedBytes.of(export, most);
        var head = heads.of(asked, person);
        var title = Texts.get(KEY + "subject", head.title(), Days.range(days));
        var body = Texts.get(
                KEY + "body",
                person.firstName(),
                head.lines().stream()
                        .map(line -> Texts.get(KEY + "line", line.label(), CellText.of(line.value())))
                        .collect(joining("\n")),
                asked.report() == Report.DASHBOARD ? figures(asked, person) : "",
                file == null ? Texts.get(KEY + "large") : Texts.get(KEY + "file", export.fileName()),
                letters.link(page(schedule, query, days, address)),
                letters.link("/reporting/schedules?" + ReportQuery.address(schedule.asked())));
        return new Letter(
                "REPORT",
                new Email(person.email()),
                title,
                body,
                file == null
                        ? null
                        : new Letter.File(export.fileName(), export.format().mediaType(), file));
    }

    private String figures(ReportRequest asked, Person person) {
        return service.key(reports.dashboard(asked.cut(), person)).rows().stream()
                .map(row -> Texts.get(
                        KEY + "figure",
                        CellText.of(row.get(0)),
                        known(CellText.of(row.get(1))),
                        known(CellText.of(row.get(2)))))
                .collect(joining("\n", "\n", "\n"));
    }

    private static String known(String words) {
        return words.isEmpty() ? Texts.get("reporting.none") : words;
    }

    private static String page(Schedule schedule, ReportQuery query, Period days, Map<String, String> address) {
        var values = query.at(days);
        if (schedule.report() == Report.TICKETS) {
            values.putAll(new SliceQuery(address).asked());
        }
        return "/reporting/" + schedule.report().word() + "?" + ReportQuery.address(values);
    }
}
