package org.guiche.channels;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.guiche.accounts.OidcMail;
import org.guiche.shared.Texts;

/** Writes the mails about accounts at providers into the outbox; their links begin with the configured address (SECURITY 35). */
@ApplicationScoped
class OidcMails {

    private static final String KEY = "channels.oidc.";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    MailSettings settings;

    void tell(@Observes OidcMail mail) {
        var word = mail.secret() == null ? "linked" : "prove";
        var page = mail.secret() == null ? "/accounts/me" : "/accounts/linking?link=" + mail.secret();
        em.persist(OutgoingMail.of(
                null,
                mail.secret() == null ? "ACCOUNT_LINKED" : "ACCOUNT_PROVE",
                mail.to().address(),
                Texts.get(KEY + word + ".subject"),
                Texts.get(KEY + word + ".body", settings.page(page)),
                clock.instant()));
    }
}
