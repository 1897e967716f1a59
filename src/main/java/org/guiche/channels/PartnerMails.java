package org.guiche.channels;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Stream;
import org.guiche.partners.PartnerMail;
import org.guiche.shared.Texts;

/** Writes the mails about partners' access into the outbox, in the transaction of what they tell: once, or not at all. */
@ApplicationScoped
class PartnerMails {

    private static final String KEY = "channels.partner.";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    MailSettings settings;

    void tell(@Observes PartnerMail mail) {
        var word = mail.kind().name().toLowerCase(Locale.ROOT);
        var places = Stream.concat(Stream.of(settings.page(page(mail))), mail.words().stream());
        em.persist(OutgoingMail.of(
                null,
                "PARTNER_" + mail.kind().name(),
                mail.to().address(),
                Texts.get(KEY + word + ".subject"),
                Texts.get(KEY + word + ".body", places.toArray()),
                clock.instant()));
    }

    private static String page(PartnerMail mail) {
        return switch (mail.kind()) {
            case CONFIRM -> "/partners/confirm?link=" + mail.secret();
            case INVITED -> "/accounts/password?link=" + mail.secret();
            case REQUESTED, PARTNER_EXPIRING, PARTNER_EXPIRED -> "/partners/partners";
            case REFUSED, SUSPENDED, REVOKED, EXPIRED -> "/partners/access";
            default -> "/accounts/signin";
        };
    }
}
