package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.reporting.Days;
import org.guiche.reporting.ReportQuery;
import org.guiche.reporting.Reports;
import org.guiche.reporting.SliceQuery;
import org.guiche.shared.Page;
import org.guiche.shared.Texts;
import org.guiche.tickets.TicketSummary;
import org.guiche.time.Wording;
import org.jspecify.annotations.Nullable;

/** The tickets behind a figure of the dashboard. */
@Named
@RequestScoped
public class BehindPage {

    private static final int AT_ONCE = 50;
    private static final String BEFORE = "antes";

    @Inject
    Reporting reporting;

    @Inject
    Reports reports;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    private @Nullable Page<TicketSummary> page;

    /** A ticket. */
    public record Row(
            String code,
            String href,
            String subject,
            String status,
            String unit,
            String requester,
            String opened,
            String title) {}

    /** Refuses whoever has no reports before anything is drawn. */
    public void enter() {
        page();
    }

    private Page<TicketSummary> page() {
        if (page == null) {
            page = reports.tickets(
                    reporting.query().cut(), query().slice(), query().number(BEFORE), AT_ONCE, user.get());
        }
        return page;
    }

    private SliceQuery query() {
        return new SliceQuery(reporting.parameters());
    }

    /** What they are, and when: {@code Resolvidos: 6 a 19 nov}. */
    public String getTitle() {
        var figure = query().slice().figure();
        var what = Texts.get("reporting.of." + (figure == null ? "backlog" : ReportQuery.word(figure)));
        return figure == null
                ? what
                : Texts.get(
                        "reporting.tickets.of",
                        what,
                        Days.range(reporting.query().cut().period()));
    }

    /** The tickets of this page. */
    public List<Row> getRows() {
        return page().items().stream()
                .map(one -> new Row(
                        one.code().toString(),
                        one.code().path(),
                        one.subject(),
                        user.isStaff() ? one.status().name() : one.status().publicName(),
                        one.unit().name(),
                        one.requester().name(),
                        wording(one).past(one.createdAt(), clock.instant()),
                        wording(one).absolute(one.createdAt())))
                .toList();
    }

    private static Wording wording(TicketSummary one) {
        return new Wording(one.unit().calendar().zone());
    }

    /** The dashboard that the figure stands on. */
    public String getBack() {
        return reporting.href("dashboard", ReportQuery.address(reporting.query().asked()));
    }

    /** The next tickets; null at the end. */
    public @Nullable String getNext() {
        var next = page().next();
        if (next == null) {
            return null;
        }
        var values = new LinkedHashMap<String, String>(reporting.query().asked());
        values.putAll(query().asked());
        values.putAll(Map.of(BEFORE, next));
        return reporting.href("tickets", ReportQuery.address(values));
    }
}
