package org.guiche.reporting;

import java.util.OptionalInt;
import org.guiche.sheets.Format;

/**
 * A report that somebody wants as a file.
 *
 * @param by what the dashboard's table has a line for
 * @param slice which tickets, of the report of tickets
 * @param target how many percent of what is promised are to be kept, where the dashboard says so
 */
public record ReportRequest(Report report, Format format, Cut cut, Dimension by, Slice slice, OptionalInt target) {}
