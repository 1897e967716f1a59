package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guiche.shared.Clocks;
import org.guiche.shared.Email;
import org.guiche.shared.Texts;

/**
 * Where people are signed in. A session holds a random handle whose hash is in a row of the device's: without the row it is over at its next
 * request, on whichever node. A session's times are those without leaps, for no leap of the demo ends one.
 */
@Stateless
public class Sessions {

    /** Longer than any silence that a session outlasts: what was not seen for a day is over. */
    static final Duration KEPT = Duration.ofDays(1);

    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "dd/MM/yyyy 'às' HH'h'mm", Locale.forLanguageTag("pt-BR"))
            .withZone(ZoneId.of("America/Sao_Paulo"));

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Clocks clocks;

    @Inject
    PersonQueries people;

    @Inject
    Event<AccountMail> mails;

    /**
     * Begins one on the device that the sign-in left its token on, and gives its handle. Whoever has signed in before is told by mail of a
     * device never seen.
     */
    public String begin(SignInResult.Accepted accepted, Visit visit) {
        var handle = Secrets.random();
        var isNew = begin(handle, Secrets.hash(accepted.deviceToken()), visit);
        if (!isFirst(accepted.person()) && isNew) {
            tell(accepted.person(), visit);
        }
        return handle;
    }

    /** Says of the device what is seen of it; whether no session ever began there. */
    private boolean begin(String handle, byte[] device, Visit visit) {
        List<?> fresh = em.createNativeQuery("""
                        with device as (select id, person_id, browser is null as fresh from accounts_device where hash = ?2 for update),
                        described as (update accounts_device set browser = ?4, system = ?5, network = ?6
                            where id in (select id from device)),
                        begun as (insert into accounts_session (hash, person_id, device_id, begun_at, seen_at)
                            select ?1, person_id, id, cast(?3 as timestamptz), cast(?3 as timestamptz) from device)
                        select fresh from device""")
                .setParameter(1, Secrets.hash(handle))
                .setParameter(2, device)
                .setParameter(3, clocks.withoutLeaps().atOffset(ZoneOffset.UTC))
                .setParameter(4, visit.browser())
                .setParameter(5, visit.system())
                .setParameter(6, visit.address().masked())
                .getResultList();
        return fresh.contains(true);
    }

    private boolean isFirst(Person person) {
        return em.createNativeQuery(
                                "update accounts_person set signed_in_at = ?2 where id = ?1 and signed_in_at is null")
                        .setParameter(1, person.id())
                        .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    private void tell(Person person, Visit visit) {
        mails.fire(AccountMail.notice(
                AccountMail.Kind.NEW_DEVICE,
                new Email(person.email()),
                MOMENT.format(clock.instant()),
                words(visit.browser(), visit.system()),
                visit.address().masked()));
    }

    /** {@code Firefox no Windows}, as far as one knows. */
    public static String words(String browser, String system) {
        if (browser.isEmpty() && system.isEmpty()) {
            return Texts.get("accounts.device.unknown");
        }
        return browser.isEmpty() || system.isEmpty()
                ? browser + system
                : Texts.get("accounts.device.on", browser, system);
    }

    /** Whose session it is, in one query with all rights; nothing when it is over or the person may not act any more. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Standing> of(String handle, int epoch) {
        return people.bySession(Secrets.hash(handle), clock.instant())
                .filter(standing -> standing.signedIn().epoch() == epoch);
    }

    /** Whether it is time to write down that it is in use. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean isUnseen(Standing standing) {
        return standing.seenAt().plus(SEEN_EVERY).isBefore(clocks.withoutLeaps());
    }

    /** It is in use, and so is its device. */
    public void seen(String handle) {
        em.createNativeQuery("""
                        with used as (update accounts_session set seen_at = ?2 where hash = ?1 returning device_id)
                        update accounts_device d set seen_at = ?3 from used where d.id = used.device_id""")
                .setParameter(1, Secrets.hash(handle))
                .setParameter(2, clocks.withoutLeaps().atOffset(ZoneOffset.UTC))
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Ends that one; its device stays known. */
    public void end(String handle) {
        em.createNativeQuery("delete from accounts_session where hash = ?1")
                .setParameter(1, Secrets.hash(handle))
                .executeUpdate();
    }
}
