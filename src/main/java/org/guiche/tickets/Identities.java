package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.units.Status;
import org.guiche.units.StatusCategory;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Makes sure that a ticket is asked for by the person it names, where it came by telephone (S4-03, S4-04). */
@Stateless
public class Identities {

    @Inject
    HeldTickets held;

    @Inject
    IdentityGate gate;

    @Inject
    Units units;

    @Inject
    Saying saying;

    /** An agent states how it is known who asks; refused where it is known already, and for what only the panel can state. */
    public TicketDetails confirm(TicketCode code, Identification known, Person agent, @Nullable Integer version) {
        if (!IdentityProof.stated().contains(known.proof())) {
            throw RuleViolation.of("proof", "tickets.identity.proof");
        }
        var act = new Act(held.toWork(code, agent, version), agent, known.channel());
        requireUnknown(act.ticket());
        gate.confirm(act, known.proof());
        return held.release(act);
    }

    /**
     * Asks the requester to write in the panel, in words that give nothing away: the only answer to a sensitive request by a stranger.
     * The ticket waits for that from then on.
     */
    public Said ask(TicketCode code, Channel channel, Person agent, @Nullable Integer version) {
        var ticket = held.toWork(code, agent, version);
        requireUnknown(ticket);
        if (ticket.status.category() == StatusCategory.CLOSED) {
            throw new RuleViolation("tickets.closed");
        }
        var status = units.get(ticket.unitId).first(StatusCategory.PENDING);
        var words = new Reply(
                Texts.get("tickets.identity.ask.text"),
                TextFormat.TEXT,
                false,
                List.of(),
                List.of(),
                status.filter(next -> !next.reasonRequired()
                                && ticket.status.category().canBecome(next.category()))
                        .map(Status::key)
                        .orElse(null),
                null,
                channel);
        return saying.say(new Act(ticket, agent, channel), words);
    }

    private static void requireUnknown(Ticket ticket) {
        if (ticket.origin.isIdentityVerified()) {
            throw new RuleViolation("tickets.identity.known", ticket.code());
        }
    }
}
