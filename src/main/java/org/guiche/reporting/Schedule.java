package org.guiche.reporting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.guiche.shared.RuleViolation;
import org.guiche.sheets.Format;

/**
 * A report that somebody has sent again and again.
 *
 * @param address what stands behind the question mark of its page, without days
 * @param span the days before each mail that it tells of
 */
public record Schedule(Report report, String address, Rhythm rhythm, Span span, Format format) {

    /** How addresses say which report. */
    public static final String REPORT = "relatorio";

    public Schedule {
        if (format == Format.JSON) {
            throw RuleViolation.of("format", "reporting.schedule.format");
        }
    }

    /** What the address of its page says: the report, and what it is narrowed by. */
    public Map<String, String> asked() {
        var asked = new LinkedHashMap<String, String>();
        asked.put(REPORT, report.word());
        asked.putAll(ReportQuery.parts(address));
        return asked;
    }
}
