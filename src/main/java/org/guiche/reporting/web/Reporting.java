package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.reporting.Dashboard;
import org.guiche.reporting.ReportQueries;
import org.guiche.reporting.ReportQuery;
import org.guiche.reporting.Reports;
import org.jspecify.annotations.Nullable;

/** What is asked in this request, and its figures, looked up once. */
@RequestScoped
public class Reporting {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Reports reports;

    @Inject
    ReportQueries queries;

    private @Nullable ReportQuery query;
    private @Nullable Dashboard dashboard;

    /** What the address asks for. */
    ReportQuery query() {
        if (query == null) {
            query = queries.of(parameters(), today(), user.get());
        }
        return query;
    }

    /** The figures; refuses whoever has no reports. */
    Dashboard dashboard() {
        if (dashboard == null) {
            dashboard = reports.dashboard(query().cut(), user.get());
        }
        return dashboard;
    }

    /** The day in the zone of the first unit, as reports begin and end with whole days. */
    LocalDate today() {
        return queries.today();
    }

    Map<String, String> parameters() {
        var values = new HashMap<String, String>();
        request.getParameterMap().forEach((name, all) -> values.put(name, all[0]));
        return values;
    }

    /** A page of reports with that query. */
    String href(String page, String address) {
        return request.getContextPath() + "/reporting/" + page + (address.isEmpty() ? "" : "?" + address);
    }
}
