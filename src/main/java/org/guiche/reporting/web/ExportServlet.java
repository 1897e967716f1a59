package org.guiche.reporting.web;

import static java.util.Objects.requireNonNullElse;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.reporting.Export;
import org.guiche.reporting.Exports;
import org.guiche.reporting.Report;
import org.guiche.reporting.ReportRequest;
import org.guiche.reporting.Schedule;
import org.guiche.reporting.SliceQuery;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.BusinessException;
import org.guiche.shared.NotFound;
import org.guiche.shared.TooMany;
import org.guiche.shared.web.ErrorPage;
import org.guiche.shared.web.Streaming;
import org.guiche.sheets.Format;

/** {@code GET /reporting/export?relatorio=&formato=}: the report that the rest of the address asks for, as a file. */
@WebServlet("/reporting/export")
public class ExportServlet extends HttpServlet {

    static final String REPORT = Schedule.REPORT;
    static final String FORMAT = "formato";

    private static final long serialVersionUID = 1;
    private static final int TOO_MANY = 429;

    @Inject
    transient Exports exports;

    @Inject
    transient Reporting reporting;

    @Inject
    transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, false);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, boolean headOnly) throws IOException {
        try {
            if (headOnly) {
                describe(exports.announce(asked(), user.get()), response);
                return;
            }
            var export = exports.prepare(asked(), user.get());
            describe(export, response);
            Streaming.send(request, response, () -> export.writeTo(response.getOutputStream()));
        } catch (BusinessException refusal) {
            ErrorPage.tell(request, refusal);
            if (refusal instanceof TooMany later) {
                response.setHeader(
                        "Retry-After", String.valueOf(later.retryAfter().toSeconds()));
            }
            response.sendError(status(refusal));
        }
    }

    /** As if it were asked for, without making it. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, true);
    }

    private static int status(BusinessException refusal) {
        if (refusal instanceof TooMany) {
            return TOO_MANY;
        }
        return refusal instanceof AccessDenied ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND;
    }

    private ReportRequest asked() {
        var query = reporting.query();
        return new ReportRequest(
                Report.of(word(REPORT)).orElseThrow(ExportServlet::none),
                Format.of(word(FORMAT)).orElseThrow(ExportServlet::none),
                query.cut(),
                query.by(),
                new SliceQuery(reporting.parameters()).slice(),
                query.target());
    }

    private static NotFound none() {
        return new NotFound("reporting.export.unknown");
    }

    private String word(String name) {
        return requireNonNullElse(reporting.parameters().get(name), "");
    }

    private static void describe(Export export, HttpServletResponse response) {
        response.setContentType(export.format().mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + export.fileName() + "\"");
        response.setHeader("Cache-Control", "private, no-store");
    }
}
