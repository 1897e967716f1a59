package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.reporting.Days;
import org.guiche.reporting.Period;
import org.guiche.reporting.Recounts;
import org.guiche.reporting.ReportQuery;
import org.guiche.shared.Texts;
import org.guiche.time.Wording;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Sectors;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** {@code Painel}: whether promises are kept, at one glance, with every figure leading to its tickets (PRODUCT 9). */
@Named
@RequestScoped
public class DashboardPage {

    @Inject
    CurrentUser user;

    @Inject
    Reporting reporting;

    @Inject
    Recounts recounts;

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    @Inject
    FilterChips chips;

    /** Something to choose. */
    public record Choice(String value, String label, boolean selected) {}

    /** What the report is narrowed by, and the report without that. */
    public record Chip(String label, String without) {}

    /** Refuses whoever has no reports before anything is drawn. */
    public void enter() {
        reporting.dashboard();
    }

    /** Times to choose, each with its days; days that were given by themselves are one of them. */
    public List<Choice> getPeriods() {
        var query = reporting.query();
        var periods = new ArrayList<Choice>();
        if (query.period().isEmpty()) {
            periods.add(new Choice("", days(query.cut().period()), true));
        }
        ReportQuery.DAYS.forEach((word, days) -> periods.add(new Choice(
                word,
                days <= 31 ? days(Period.until(reporting.today(), days)) : Texts.get("reporting.period." + word),
                word.equals(query.period()))));
        return periods;
    }

    /** {@code 6 a 19 nov, 10 dias úteis}. */
    private String days(Period period) {
        var calendar = units.all().stream()
                .filter(unit -> reporting.query().cut().unit() == null
                        || reporting.query().cut().unit() == unit.id())
                .map(BusinessUnit::calendar)
                .findFirst();
        var business = Stream.iterate(period.from(), day -> day.plusDays(1))
                .limit(period.days())
                .filter(day -> calendar.map(known -> known.isBusinessDay(day)).orElse(true))
                .count();
        return Texts.get("reporting.period.days", Days.range(period), business);
    }

    /** Sectors to choose; none for customers. */
    public List<Choice> getSectors() {
        return user.isStaff()
                ? sectors.all().stream()
                        .map(one -> new Choice(
                                one.key(),
                                one.name(),
                                is(one.id(), reporting.query().cut().sector())))
                        .toList()
                : List.of();
    }

    /** Units to choose. */
    public List<Choice> getUnits() {
        return units.all().stream()
                .map(one -> new Choice(
                        one.key(),
                        one.name(),
                        is(one.id(), reporting.query().cut().unit())))
                .toList();
    }

    private static boolean is(long id, @Nullable Long asked) {
        return asked != null && asked == id;
    }

    /** What the address asks besides the fields of the head, so that choosing one thing keeps the others. */
    public List<Map.Entry<String, String>> getKept() {
        return without(ReportQuery.PERIOD, ReportQuery.SECTOR, ReportQuery.UNIT, ReportQuery.FROM, ReportQuery.TO);
    }

    /** What it asks besides a time. */
    public List<Map.Entry<String, String>> getOthers() {
        return without(ReportQuery.PERIOD, ReportQuery.FROM, ReportQuery.TO);
    }

    /** How many percent are to be kept; empty where the report asks for nothing. */
    public String getTarget() {
        var target = reporting.query().target();
        return target.isPresent() ? String.valueOf(target.getAsInt()) : "";
    }

    /** What it asks besides what the table has a line for, and the target. */
    public List<Map.Entry<String, String>> getAll() {
        return without(ReportQuery.BY, ReportQuery.TARGET);
    }

    /** All that it asks. */
    public List<Map.Entry<String, String>> getAsked() {
        return without();
    }

    private List<Map.Entry<String, String>> without(String... names) {
        var left = List.of(names);
        return reporting.query().asked().entrySet().stream()
                .filter(one -> !left.contains(one.getKey()))
                .map(one -> Map.entry(one.getKey(), one.getValue()))
                .toList();
    }

    /** What it is narrowed by that no field shows. */
    public List<Chip> getChips() {
        return chips.of(reporting.query()).entrySet().stream()
                .map(one -> new Chip(
                        one.getValue(),
                        reporting.href("dashboard", reporting.query().with(one.getKey(), ""))))
                .toList();
    }

    /** Since when the figures stand; in words. */
    public String getFreshness() {
        if (recounts.isUnderWay()) {
            return Texts.get("reporting.recounting");
        }
        return recounts.reckonedAt()
                .map(at -> Texts.get("reporting.fresh", new Wording(zone()).time(at)))
                .orElseGet(() -> Texts.get("reporting.recounting"));
    }

    private ZoneId zone() {
        return units.all().get(0).calendar().zone();
    }

    /** Has everything counted again; for administrators. */
    public void recount() {
        recounts.ask(user.get());
    }

    /** The first day of the time, for the fields. */
    public LocalDate getFrom() {
        return reporting.query().cut().period().from();
    }

    /** The last day of it. */
    public LocalDate getTo() {
        return reporting.query().cut().period().to();
    }
}
