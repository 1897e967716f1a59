package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.guiche.reporting.Report;
import org.guiche.reporting.ReportQuery;
import org.guiche.reporting.RhythmWords;
import org.guiche.reporting.SliceQuery;
import org.guiche.shared.Texts;
import org.guiche.sheets.Format;

/** {@code Exportar}: what is on the page as a file; its address is the report's own. */
@Named
@RequestScoped
public class ExportMenu {

    @Inject
    Reporting reporting;

    @Inject
    SentReport sent;

    /** A kind of file. */
    public record Choice(String label, String icon, String href) {}

    /** The kinds of files, for the report of that name. */
    public List<Choice> of(String report) {
        return Stream.of(Format.XLSX, Format.CSV, Format.PDF)
                .map(format -> new Choice(
                        Texts.get("reporting.export." + format.word()),
                        format == Format.CSV ? "pi-file" : "pi-file-" + (format == Format.PDF ? "pdf" : "excel"),
                        href(report, format)))
                .toList();
    }

    /** When that report is sent, or would be, and where that is changed. */
    public Choice mail(String report) {
        var one = Report.of(report).orElse(Report.DASHBOARD);
        var rhythm = sent.of(one).map(known -> known.schedule().rhythm());
        var words = RhythmWords.of(rhythm.orElse(ScheduleWords.USUAL));
        var label = Texts.get(
                rhythm.isPresent() ? "reporting.schedule.receives" : "reporting.schedule.receive",
                words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1));
        return new Choice(label, "pi-calendar-clock", sent.href(one));
    }

    private String href(String report, Format format) {
        var address = new LinkedHashMap<String, String>();
        address.put(ExportServlet.REPORT, report);
        address.put(ExportServlet.FORMAT, format.word());
        address.putAll(reporting.query().asked());
        address.putAll(new SliceQuery(reporting.parameters()).asked());
        return reporting.href("export", ReportQuery.address(address));
    }
}
