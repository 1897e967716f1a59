package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells of infected files whoever has to know. One that cannot be told keeps no other, and is told at the next look. */
@ApplicationScoped
class Infections {

    private static final Logger LOG = Logger.getLogger(Infections.class.getName());

    @Inject
    InfectionNews news;

    /** Tells what nobody knows yet. */
    void tell() {
        news.untold().forEach(this::tell);
    }

    private void tell(UUID file) {
        try {
            news.tell(file);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "nobody was told that the file " + file + " is infected");
        }
    }
}
