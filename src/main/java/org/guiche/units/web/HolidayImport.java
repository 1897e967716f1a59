package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.guiche.shared.RuleViolation;
import org.guiche.time.CalendarFile;
import org.guiche.time.CalendarFile.Imported;
import org.jspecify.annotations.Nullable;

/** The days of a calendar file, shown before they are taken over. The file's text stays in the page until then. */
@Named
@RequestScoped
public class HolidayImport {

    private static final int YEARS_AHEAD = 3;

    @Inject
    ServicePage page;

    @Inject
    Clock clock;

    private String text = "";
    private @Nullable Imported imported;

    /** A day that the file brings; one that is there already does not come twice. */
    public record Offered(HolidayInput day, boolean isThere) {}

    /** Reads the file; refuses, with a sentence, what is no calendar of holidays. */
    public void read() {
        if (!text.isBlank()) {
            imported = imported();
        }
    }

    private Imported imported() {
        var year = today().getYear();
        try {
            return CalendarFile.holidays(text, year, year + YEARS_AHEAD);
        } catch (RuleViolation e) {
            text = "";
            throw RuleViolation.of("calendar.file", e.key(), e.args().toArray());
        }
    }

    private LocalDate today() {
        return page.getUnit().today(clock.instant());
    }

    /** Takes over what is not there yet. */
    public void take() {
        read();
        var holidays = page.getSheet().getCalendar().getHolidays();
        getOffered().stream().filter(one -> !one.isThere()).map(Offered::day).forEach(holidays::add);
        forget();
    }

    /** Leaves the file alone. */
    public void forget() {
        text = "";
        imported = null;
    }

    /** Whether there is something to take over; before the page is drawn, also where only the page knows it: it may be taken now. */
    public boolean isRead() {
        return imported != null || FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    /** What the file brings, in order. */
    public List<Offered> getOffered() {
        if (imported == null) {
            return List.of();
        }
        var there = new HashSet<String>();
        page.getSheet().getCalendar().getHolidays().forEach(one -> there.add(one.getDate()));
        var offered = new ArrayList<Offered>();
        imported.days().forEach((day, name) -> {
            var input = HolidayInput.of(day, name);
            offered.add(new Offered(input, there.contains(input.getDate())));
        });
        return List.copyOf(offered);
    }

    /** How many of them are new. */
    public long getNew() {
        return getOffered().stream().filter(one -> !one.isThere()).count();
    }

    /** The names of events that are no holidays. */
    public List<String> getSkipped() {
        return imported == null ? List.of() : imported.skipped();
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text == null ? "" : text;
    }
}
