package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.UUID;
import org.guiche.accounts.ClientAddress;
import org.guiche.attachments.AllowedFiles;
import org.guiche.attachments.Attachments;
import org.guiche.shared.NotFound;
import org.guiche.shared.Quotas;
import org.guiche.shared.RuleViolation;

/** The signed contract of whoever asks for access, from when it is sent until it is asked with: nobody's, and known by its id alone. */
@Stateless
public class AccessFiles {

    static final int PER_NETWORK = 20;

    private static final Duration HOUR = Duration.ofHours(1);

    @PersistenceContext
    EntityManager em;

    @Inject
    Quotas quotas;

    @Inject
    Attachments attachments;

    /** Which files the form takes. */
    public AllowedFiles allowed() {
        return Documents.PDF;
    }

    /** Counts a file that is about to come; refuses too many from one network in an hour. */
    public void count(ClientAddress from) {
        quotas.take("partner files from " + from.network(), PER_NETWORK, HOUR).ifPresent(wait -> {
            throw new RuleViolation("partners.access.throttled", Math.max(1, wait.toMinutes()));
        });
    }

    /**
     * Takes a file back that nobody has asked with yet. Its id is the proof: nobody learns it but whoever sent the file. Any other does not
     * exist.
     */
    public void takeBack(UUID file) {
        var asked = em.createNativeQuery("select 1 from partners_request where file_id = cast(?1 as uuid)")
                .setParameter(1, file.toString())
                .getResultList();
        if (!asked.isEmpty()) {
            throw new NotFound("attachments.not-found");
        }
        attachments.discard(file);
    }
}
