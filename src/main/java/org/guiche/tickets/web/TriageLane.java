package org.guiche.tickets.web;

import java.util.List;
import org.guiche.shared.web.Looks;
import org.guiche.tickets.TriageBoard.Lane;
import org.guiche.units.Sector;
import org.jspecify.annotations.Nullable;

/**
 * A column of the board that tickets may go to, with every word and class made up.
 *
 * @param number its place among these, from nought
 * @param load how much it has to do, as a share of the one that has most, in percent
 * @param age how long the oldest waits; empty where there is none
 */
public record TriageLane(Lane lane, int number, int load, String age, List<DeskRow> cards) {

    private static final Looks LOOKS = new Looks();
    private static final int KEYS = 9;
    private static final int COLOURS = 5;

    public TriageLane {
        cards = List.copyOf(cards);
    }

    static @Nullable String key(int number) {
        return number < KEYS ? Integer.toString(number + 1) : null;
    }

    public Sector sector() {
        return lane.sector();
    }

    /** The key that sends a ticket there; null for the tenth and those after it. */
    public @Nullable String key() {
        return key(number);
    }

    /** The mark of its colour: the first is that of the entry sector. */
    public String mark() {
        return "sq8 color-" + ((number + 1) % COLOURS + 1);
    }

    public String loadCss() {
        return "load " + LOOKS.percent(load);
    }

    /** How many of its tickets are not shown. */
    public int more() {
        return lane.unfinished() - cards.size();
    }
}
