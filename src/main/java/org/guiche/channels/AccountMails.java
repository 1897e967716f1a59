package org.guiche.channels;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guiche.accounts.AccountMail;
import org.guiche.shared.Texts;

/**
 * Writes the mails about accounts into the outbox. Links begin with the configured address, whatever the request said (SECURITY 35),
 * and nothing that somebody typed is in them (SECURITY 18).
 */
@ApplicationScoped
class AccountMails {

    private static final String KEY = "channels.account.";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    MailSettings settings;

    void tell(@Observes AccountMail mail) {
        var word = mail.kind().name().toLowerCase(Locale.ROOT);
        em.persist(OutgoingMail.of(
                null,
                "ACCOUNT_" + mail.kind().name(),
                mail.to().address(),
                Texts.get(KEY + word + ".subject"),
                Texts.get(KEY + word + ".body", places(mail)),
                clock.instant()));
    }

    private List<Object> places(AccountMail mail) {
        var places = new ArrayList<Object>();
        places.add(settings.page(page(mail)));
        places.addAll(mail.facts());
        return places;
    }

    /** Where its link leads; whoever is told of something that has happened gets no link to anything in particular. */
    private static String page(AccountMail mail) {
        return switch (mail.kind()) {
            case NEW_DEVICE, FACTOR_OFF, FACTOR_RESET, EMAIL_KNOWN, EMAIL_CHANGED -> "/";
            case EMAIL_NEW, EMAIL_OLD -> "/accounts/email?link=" + mail.secret();
            default -> mail.secret() == null ? "/accounts/signin" : "/accounts/password?link=" + mail.secret();
        };
    }
}
