package org.guiche.channels;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.guiche.shared.Email;
import org.guiche.shared.Texts;

/** Mails of the modules above, about something that is no ticket, written in the transaction of what they tell. */
@Stateless
public class Letters {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    MailSettings settings;

    /**
     * Writes one.
     *
     * @param key of the sentences: {@code <key>subject}, and {@code <key>body} with the address of the page in its first place
     * @param page that it leads to, within the installation
     */
    public void write(String kind, Email to, String key, String page) {
        em.persist(OutgoingMail.of(
                null,
                kind,
                to.address(),
                Texts.get(key + "subject"),
                Texts.get(key + "body", settings.page(page)),
                clock.instant()));
    }

    /** Writes that one, with its file. */
    public void write(Letter letter) {
        var mail = OutgoingMail.of(
                null, letter.kind(), letter.to().address(), letter.subject(), letter.body(), clock.instant());
        em.persist(mail);
        if (letter.file() != null) {
            em.persist(OutgoingFile.of(mail, letter.file()));
        }
    }

    /** The whole address of a page within the installation, for a mail. */
    public String link(String page) {
        return settings.page(page);
    }
}
