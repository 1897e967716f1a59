package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.guiche.shared.RuleViolation;
import org.guiche.units.Units;

/** Keeps sensitive requests from being answered to somebody of whom nobody knows who it is (S4-04). */
@Dependent
class IdentityGate {

    @Inject
    Units units;

    @Inject
    Ledger ledger;

    /** Whether nothing may be told or done about it until it is known who asks. */
    boolean isShut(Ticket ticket) {
        return !ticket.origin.isIdentityVerified() && units.form(ticket.formId).isSensitive(ticket.answers);
    }

    /** Refuses what would give something away or change something. */
    void pass(Ticket ticket) {
        if (isShut(ticket)) {
            throw new RuleViolation("tickets.identity.shut", ticket.code());
        }
    }

    /** It is known from now on, for that reason. */
    void confirm(Act act, IdentityProof proof) {
        act.ticket().confirmIdentity(ledger.now());
        ledger.record(act, EventType.IDENTITY_CONFIRMED, null, proof.name());
    }

    /** Where customers write: whoever is signed in and writes in a ticket of his or her own is who it names; the staff has to pass. */
    void wroteOrPass(Act act) {
        if (act.person().isStaff()) {
            pass(act.ticket());
        } else {
            wrote(act);
        }
    }

    private void wrote(Act act) {
        var ticket = act.ticket();
        if (act.person().id() == ticket.origin.requesterId() && !ticket.origin.isIdentityVerified()) {
            confirm(act, IdentityProof.PANEL);
        }
    }
}
