package org.guiche.time;

import java.util.ArrayList;
import java.util.List;

/** What closes a date or a part of it: its name, and the minutes of the local day without service. */
record Closure(String name, int fromMinute, int toMinute) {

    static Closure wholeDay(String name) {
        return new Closure(name, 0, Band.DAY);
    }

    boolean isWholeDay() {
        return fromMinute == 0 && toMinute == Band.DAY;
    }

    /** What it leaves of these bands. */
    List<Band> cut(List<Band> bands) {
        var open = new ArrayList<Band>();
        for (var band : bands) {
            if (band.fromMinute() < fromMinute) {
                open.add(new Band(band.fromMinute(), Math.min(band.toMinute(), fromMinute)));
            }
            if (band.toMinute() > toMinute) {
                open.add(new Band(Math.max(band.fromMinute(), toMinute), band.toMinute()));
            }
        }
        return open;
    }
}
