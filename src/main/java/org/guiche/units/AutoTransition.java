package org.guiche.units;

import java.util.List;

/**
 * Where a ticket goes by itself when nobody moves it (T1, T2).
 *
 * @param after how long it stays, counted in the unit's calendar from the entry into the status
 * @param goTo the key of the status that follows
 * @param reminders at which percentages of that time the requester is reminded, ascending
 */
public record AutoTransition(Target after, String goTo, List<Integer> reminders) {

    public AutoTransition {
        reminders = reminders.stream().sorted().distinct().toList();
    }
}
