package org.guiche.tickets.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import java.util.ArrayList;
import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.tickets.TicketDetails;
import org.guiche.units.HoldReason;
import org.guiche.units.Status;
import org.jspecify.annotations.Nullable;

/**
 * A way to send an answer: with what the ticket then becomes.
 *
 * @param status the key of the status to go to, null to stay; {@code reason} why it then waits
 * @param possible whether that may follow the present status
 */
public record Sending(
        String label, @Nullable String status, @Nullable String reason, boolean possible) {

    /** What an answer usually leads to: what the status says, else what the unit does. */
    static Sending usual(TicketDetails ticket) {
        var next = ticket.status().rules().next();
        return ticket.nextStatuses().stream()
                .filter(status ->
                        next == null ? status.offeredAfterReply() : status.key().equals(next))
                .findFirst()
                .map(status -> to(status, null, true))
                .orElse(new Sending(Texts.get("tickets.desk.send"), null, null, true));
    }

    /**
     * Every way there is: as it is, or to any status of the unit, waiting with each of its reasons. Always the same ones in the
     * same order, so that a page which is a status behind still sends what it says.
     */
    static List<Sending> ways(TicketDetails ticket) {
        var ways = new ArrayList<Sending>();
        ways.add(new Sending(Texts.get("tickets.desk.send.only"), null, null, true));
        var next = ticket.nextStatuses();
        for (var status : ticket.unit().statuses()) {
            var possible = next.contains(status);
            if (status.reasons().isEmpty()) {
                ways.add(to(status, null, possible));
            }
            status.reasons().forEach(reason -> ways.add(to(status, reason, possible)));
        }
        return ways;
    }

    private static Sending to(Status status, @Nullable HoldReason reason, boolean possible) {
        var label = Texts.get("tickets.desk.send.as", status.name());
        return reason == null
                ? new Sending(label, status.key(), null, possible)
                : new Sending(label + ": " + reason.name(), status.key(), reason.key(), possible);
    }

    /** Shown where it is possible; but what a page showed a while ago is heard as it was meant, and refused in words. */
    public boolean isOffered() {
        return possible || FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }
}
