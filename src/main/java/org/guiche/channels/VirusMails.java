package org.guiche.channels;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.guiche.accounts.Grantees;
import org.guiche.attachments.FileInfected;
import org.guiche.shared.Email;
import org.guiche.shared.Texts;

/** Tells administrators of each infected file, once, in the transaction that remembers it. */
@ApplicationScoped
class VirusMails {

    private static final String KEY = "channels.virus.";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    MailSettings settings;

    @Inject
    Grantees grantees;

    void found(@Observes FileInfected event) {
        var subject = Texts.get(KEY + "subject", event.infection());
        var body = Texts.get(KEY + "body", event.name(), event.infection(), settings.page("/attachments/scanner"));
        grantees.administrators()
                .forEach((Email to) ->
                        em.persist(OutgoingMail.of(null, "VIRUS", to.address(), subject, body, clock.instant())));
    }
}
