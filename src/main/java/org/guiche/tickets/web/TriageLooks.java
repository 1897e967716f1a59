package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.guiche.tickets.TicketSummary;
import org.guiche.tickets.TriageBoard.Card;
import org.guiche.tickets.TriageBoard.Lane;
import org.guiche.units.Sector;

/** Puts the triage board into words and classes, once a request. */
@RequestScoped
class TriageLooks {

    private static final int WHOLE = 100;

    @Inject
    HttpServletRequest request;

    @Inject
    Deadlines deadlines;

    @Inject
    Moments moments;

    TriageCard card(Card card, Sector entry) {
        var suggestion = card.suggestion();
        var sector = suggestion == null ? entry : suggestion.sector();
        return new TriageCard(
                row(card.ticket()),
                moments.moment(card.ticket().queuedAt()),
                card.beginning(),
                sector.key(),
                sector.name(),
                suggestion != null,
                suggestion == null ? List.of() : suggestion.words());
    }

    List<TriageLane> lanes(List<Lane> lanes) {
        var most = lanes.stream().mapToInt(Lane::unfinished).max().orElse(0);
        var looks = new ArrayList<TriageLane>();
        for (var lane : lanes) {
            looks.add(new TriageLane(
                    lane,
                    looks.size(),
                    most == 0 ? 0 : lane.unfinished() * WHOLE / most,
                    moments.past(lane.oldest()),
                    lane.first().stream().map(this::row).toList()));
        }
        return looks;
    }

    private DeskRow row(TicketSummary ticket) {
        var code = ticket.code().digits();
        return new DeskRow(
                ticket,
                0,
                false,
                request.getContextPath() + "/tickets/workspace?sector="
                        + ticket.sector().key() + "&code=" + code,
                moments.past(ticket.createdAt()),
                deadlines.ring(ticket));
    }
}
