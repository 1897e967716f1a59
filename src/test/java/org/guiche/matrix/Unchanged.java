package org.guiche.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds a stretch of refused requests to what they promise: not one row of one table is another afterwards. */
final class Unchanged {

    /**
     * What the clock alone may change meanwhile: the term of a ticket of the demo is over in that very second, a request for
     * one's data that waits is looked at again, figures that are counted again come to their end.
     */
    private static final Set<String> BY_TIME = Set.of(
            "tickets_ticket",
            "tickets_event",
            "tickets_message",
            "tickets_timer",
            "tickets_clock",
            "tickets_measured",
            "tickets_stay",
            "tickets_recount",
            "tickets_triage_round",
            "channels_outbox",
            "channels_outbox_file",
            "channels_notification",
            "privacy_request",
            "reporting_recount",
            "reporting_schedule");

    /** Requests that must leave nothing behind. */
    interface Requests {
        void send();
    }

    private Unchanged() {}

    /** Sends them, once more where time may have passed in between. */
    static void by(String what, Requests requests) {
        but(Set.of(), what, requests);
    }

    /** The same where what was typed besides is kept in these tables. */
    static void but(Set<String> kept, String what, Requests requests) {
        var changed = changed(requests);
        changed.removeAll(kept);
        if (!changed.isEmpty() && BY_TIME.containsAll(changed)) {
            changed = changed(requests);
            changed.removeAll(kept);
        }
        assertThat(changed).as("tables that changed: %s", what).isEmpty();
    }

    private static Set<String> changed(Requests requests) {
        var before = Rows.checksums();
        requests.send();
        return difference(before, Rows.checksums());
    }

    private static Set<String> difference(Map<String, String> before, Map<String, String> after) {
        var changed = new TreeSet<String>();
        after.forEach((table, sum) -> {
            if (!sum.equals(before.get(table))) {
                changed.add(table);
            }
        });
        return changed;
    }
}
