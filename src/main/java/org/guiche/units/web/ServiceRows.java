package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The rows of {@code units/service.xhtml}: service levels and days off come, go and change places before anything is kept. */
@Named
@RequestScoped
public class ServiceRows {

    @Inject
    ServicePage page;

    private int row;

    /** A service level more, on top, where it holds before the others. */
    public void addLevel() {
        page.getSheet().addLevel();
    }

    public void removeLevel() {
        page.getSheet().removeLevel(row);
    }

    /** Lets it hold before the one above it. */
    public void raiseLevel() {
        page.getSheet().raiseLevel(row);
    }

    /** A day off more. */
    public void addHoliday() {
        page.getSheet().getCalendar().getHolidays().add(new HolidayInput());
    }

    public void removeHoliday() {
        var holidays = page.getSheet().getCalendar().getHolidays();
        if (row >= 0 && row < holidays.size()) {
            holidays.remove(row);
        }
    }

    /** The row that a button stands in. */
    public int getRow() {
        return row;
    }

    public void setRow(int row) {
        this.row = row;
    }
}
