package org.guiche.shared;

import java.util.LinkedHashSet;
import java.util.Set;

/** Whose data, and which tickets, must stay though their time is over: whoever knows of any says so while observing. */
public final class HeldData {

    private final Set<Long> people = new LinkedHashSet<>();
    private final Set<Long> tickets = new LinkedHashSet<>();

    /** All data of that person. */
    public void person(long id) {
        people.add(id);
    }

    /** That ticket. */
    public void ticket(long id) {
        tickets.add(id);
    }

    public Set<Long> people() {
        return Set.copyOf(people);
    }

    public Set<Long> tickets() {
        return Set.copyOf(tickets);
    }
}
