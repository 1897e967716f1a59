package org.guiche.reporting.web;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.reporting.Reports;
import org.guiche.reporting.Slice;
import org.guiche.shared.Page;
import org.guiche.shared.Texts;
import org.guiche.tickets.Figure;
import org.guiche.tickets.TicketSummary;
import org.guiche.time.Wording;
import org.guiche.units.StatusCategory;
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
            page = reports.tickets(reporting.query().cut(), slice(), number(BEFORE), AT_ONCE, user.get());
        }
        return page;
    }

    private @Nullable String asked(String name) {
        return reporting.parameters().get(name);
    }

    private @Nullable Long number(String name) {
        var text = requireNonNullElse(asked(name), "");
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private @Nullable Integer small(String name) {
        var number = number(name);
        return number == null || number > Integer.MAX_VALUE ? null : number.intValue();
    }

    private Slice slice() {
        return new Slice(
                choice(Figure.class, asked(Drill.OF)),
                number(Drill.PART),
                small(Drill.HOUR),
                small(Drill.BAND),
                choice(StatusCategory.class, asked(Drill.CATEGORY)));
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> kinds, @Nullable String word) {
        return Arrays.stream(kinds.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(null);
    }

    /** What they are, and when: {@code Resolvidos: 6 a 19 nov}. */
    public String getTitle() {
        var figure = slice().figure();
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
        for (var name : List.of(Drill.OF, Drill.PART, Drill.HOUR, Drill.BAND, Drill.CATEGORY)) {
            values.put(name, requireNonNullElse(asked(name), ""));
        }
        values.putAll(Map.of(BEFORE, next));
        return reporting.href("tickets", ReportQuery.address(values));
    }
}
