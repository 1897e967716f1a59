package org.guiche.tickets.rest;

import org.guiche.shared.RuleViolation;
import org.guiche.tickets.TicketCode;

/** The code of another ticket in a body. */
final class CodeJson {

    private CodeJson() {}

    /** Reads it; refuses what is no code as that field. */
    static TicketCode read(String field, String typed) {
        return TicketCode.read(typed).orElseThrow(() -> RuleViolation.of(field, "tickets.other.unknown", typed));
    }
}
