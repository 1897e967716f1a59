package org.guiche.privacy.web;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.privacy.ProcessingRecords;
import org.guiche.shared.AccessDenied;

/** {@code GET /privacy/treatments}: the record of what is done with personal data, for a spreadsheet. */
@WebServlet("/privacy/treatments")
public class RecordsServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @EJB
    transient ProcessingRecords records;

    @Inject
    transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var csv = records.csv(user.get());
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"tratamentos.csv\"");
            response.setHeader("Cache-Control", "private, no-store");
            response.getOutputStream().write(csv.getBytes(StandardCharsets.UTF_8));
        } catch (AccessDenied e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
