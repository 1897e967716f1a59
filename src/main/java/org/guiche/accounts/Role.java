package org.guiche.accounts;

/** What a member of the staff may do. What customers and partners may do follows from their memberships. */
public enum Role {
    AGENT_N1,
    AGENT_N2,
    SUPERVISOR,
    ADMINISTRATOR,
    /** The encarregado (LGPD art. 41): reads what concerns people's data and writes no ticket. */
    DATA_OFFICER
}
