package org.guiche.reporting;

import org.guiche.sheets.Format;

/**
 * A report that somebody wants as a file.
 *
 * @param by what the dashboard's table has a line for
 * @param slice which tickets, of the report of tickets
 */
public record ReportRequest(Report report, Format format, Cut cut, Dimension by, Slice slice) {}
