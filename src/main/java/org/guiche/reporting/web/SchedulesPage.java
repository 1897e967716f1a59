package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.reporting.DueSchedule;
import org.guiche.reporting.Report;
import org.guiche.reporting.ReportQueries;
import org.guiche.reporting.ReportQuery;
import org.guiche.reporting.Rhythm;
import org.guiche.reporting.RhythmWords;
import org.guiche.reporting.Schedule;
import org.guiche.reporting.ScheduleTitles;
import org.guiche.reporting.Schedules;
import org.guiche.reporting.Span;
import org.guiche.reporting.web.ScheduleWords.Choice;
import org.guiche.sheets.Format;
import org.guiche.time.Wording;
import org.jspecify.annotations.Nullable;

/** {@code Relatórios por e-mail}: when a report is sent, and all that the person has sent. */
@Named
@RequestScoped
public class SchedulesPage {

    @Inject
    CurrentUser user;

    @Inject
    Reporting reporting;

    @Inject
    SentReport sent;

    @Inject
    Schedules schedules;

    @Inject
    ScheduleTitles titles;

    @Inject
    ReportQueries queries;

    private @Nullable String when;
    private @Nullable Integer hour;
    private @Nullable Span span;
    private @Nullable Format format;

    /**
     * A report that is sent.
     *
     * @param current whether it is the one that is open
     */
    public record Entry(String title, String when, String next, String href, boolean current) {}

    /** Refuses whoever has no reports before anything is drawn. */
    public void enter() {
        sent.all();
    }

    /** All that is sent, the next one first. */
    public List<Entry> getAll() {
        var words = new Wording(queries.zone());
        return sent.all().stream()
                .map(one -> new Entry(
                        title(one.schedule().report(), one.schedule().address()),
                        RhythmWords.of(one.schedule().rhythm()),
                        words.absolute(one.dueAt()),
                        reporting.href(
                                "schedules", ReportQuery.address(one.schedule().asked())),
                        one.schedule().report() == sent.report()
                                && one.schedule().address().equals(address())))
                .toList();
    }

    private String title(Report report, String address) {
        return titles.of(report, address, user.get());
    }

    private String address() {
        return sent.address(sent.report());
    }

    /** What the open report is called. */
    public String getTitle() {
        return title(sent.report(), address());
    }

    /** The open report itself. */
    public String getHref() {
        return reporting.href(sent.report().word(), address());
    }

    /** What the address says, to be said again. */
    public List<Map.Entry<String, String>> getAsked() {
        return List.copyOf(ReportQuery.parts(sent.href(sent.report()).replaceFirst("^[^?]*\\?", ""))
                .entrySet());
    }

    /** Whether the open report is sent. */
    public boolean isSent() {
        return sent.of(sent.report()).isPresent();
    }

    public List<Choice> getDays() {
        return ScheduleWords.days();
    }

    public List<Choice> getHours() {
        return ScheduleWords.hours();
    }

    public List<Choice> getSpans() {
        return ScheduleWords.spans();
    }

    public List<Choice> getFormats() {
        return ScheduleWords.formats();
    }

    public String getWhen() {
        var rhythm = rhythm();
        return when == null ? ScheduleWords.value(rhythm.every(), rhythm.day()) : when;
    }

    public void setWhen(String when) {
        this.when = when;
    }

    public Integer getHour() {
        return hour == null ? rhythm().hour() : hour;
    }

    public void setHour(Integer hour) {
        this.hour = hour;
    }

    private Rhythm rhythm() {
        return known(Schedule::rhythm, ScheduleWords.USUAL);
    }

    public Span getSpan() {
        return span == null ? known(Schedule::span, Span.WEEK) : span;
    }

    public void setSpan(Span span) {
        this.span = span;
    }

    public Format getFormat() {
        return format == null ? known(Schedule::format, Format.XLSX) : format;
    }

    public void setFormat(Format format) {
        this.format = format;
    }

    private <T> T known(Function<Schedule, T> what, T otherwise) {
        return sent.of(sent.report()).map(DueSchedule::schedule).map(what).orElse(otherwise);
    }

    /** Has the open report sent like that. */
    public void save() throws IOException {
        var rhythm = ScheduleWords.rhythm(getWhen(), getHour());
        schedules.save(new Schedule(sent.report(), address(), rhythm, getSpan(), getFormat()), user.get());
        again();
    }

    /** Has it sent no longer. */
    public void end() throws IOException {
        schedules.end(sent.report(), address(), user.get());
        again();
    }

    private void again() throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(sent.href(sent.report()));
    }
}
