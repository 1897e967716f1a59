package org.guiche.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.guiche.attachments.Destination;

/** Says, where a file goes to a contract, that it has to be a PDF. */
@ApplicationScoped
class ContractFiles {

    private static final String PLACE = "contract";

    void choose(@Observes Destination destination) {
        if (destination.place().equals(PLACE)) {
            destination.takes(Documents.PDF);
        }
    }
}
