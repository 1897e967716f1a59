package org.guiche.tickets;

import java.util.Arrays;
import java.util.List;

/** How it is known that whoever asks is who the ticket says (S4-03). */
public enum IdentityProof {
    /** Signed in and wrote there. */
    PANEL,
    /** We called back at the number on record. */
    CALL_BACK,
    /** Wrote from the address on record. */
    REGISTERED_EMAIL,
    /** Stood before us, with a document. */
    IN_PERSON;

    /** Those that an agent may state; the panel states its own. */
    public static List<IdentityProof> stated() {
        return Arrays.stream(values()).filter(proof -> proof != PANEL).toList();
    }
}
