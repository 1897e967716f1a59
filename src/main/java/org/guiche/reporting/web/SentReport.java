package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.reporting.DueSchedule;
import org.guiche.reporting.Report;
import org.guiche.reporting.ReportQuery;
import org.guiche.reporting.Schedule;
import org.guiche.reporting.Schedules;
import org.guiche.reporting.SliceQuery;
import org.jspecify.annotations.Nullable;

/** The reports that the person has sent, and which of them the address is about. */
@RequestScoped
public class SentReport {

    @Inject
    CurrentUser user;

    @Inject
    Reporting reporting;

    @Inject
    Schedules schedules;

    private @Nullable List<DueSchedule> all;

    /** All of them; refuses whoever has no reports. */
    List<DueSchedule> all() {
        if (all == null) {
            all = schedules.of(user.get());
        }
        return all;
    }

    /** The report of the address; the dashboard where it says none. */
    Report report() {
        return Report.of(reporting.parameters().getOrDefault(Schedule.REPORT, ""))
                .orElse(Report.DASHBOARD);
    }

    /** What that report is narrowed by besides its days, as an address. */
    String address(Report report) {
        var values = new LinkedHashMap<>(reporting.query().asked());
        List.of(ReportQuery.PERIOD, ReportQuery.FROM, ReportQuery.TO).forEach(values::remove);
        if (report == Report.TICKETS) {
            values.remove(ReportQuery.BY);
            values.putAll(new SliceQuery(reporting.parameters()).asked());
        }
        return ReportQuery.address(values);
    }

    /** The one of that report, while it is sent. */
    Optional<DueSchedule> of(Report report) {
        var address = address(report);
        return all().stream()
                .filter(one -> one.schedule().report() == report
                        && one.schedule().address().equals(address))
                .findFirst();
    }

    /** The page where it is changed. */
    String href(Report report) {
        var values = new LinkedHashMap<String, String>();
        values.put(Schedule.REPORT, report.word());
        values.putAll(ReportQuery.parts(address(report)));
        return reporting.href("schedules", ReportQuery.address(values));
    }
}
