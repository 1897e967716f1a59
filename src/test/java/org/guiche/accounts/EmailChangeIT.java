package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.guiche.accounts.SignInResult.Accepted;
import org.guiche.shared.Clocks;
import org.guiche.shared.Email;
import org.guiche.shared.RuleViolation;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another address for an account: both confirm, nobody learns whose an address is (SECURITY 7, 18, 36). */
@ExtendWith(ArquillianExtension.class)
class EmailChangeIT {

    private static final String PASSWORD = "ipê roxo na serra";

    @EJB
    EmailChanges changes;

    @EJB
    Credentials credentials;

    @EJB
    SignIn signIn;

    @EJB
    Sessions sessions;

    @EJB
    People people;

    @EJB
    AuditTrail audit;

    @Inject
    Clocks clocks;

    @PersistenceContext
    EntityManager em;

    private final String former = "a" + UUID.randomUUID() + "@antes.example";
    private final String wanted = "b" + UUID.randomUUID() + "@depois.example";
    private final ClientAddress here = new ClientAddress("test " + UUID.randomUUID());

    private Person person(String email) {
        return people.get(people.register(new NewPerson("Ana Lima", new Email(email), null, null, PASSWORD, Set.of())));
    }

    private List<Object[]> mails(String address) {
        List<?> rows = em.createNativeQuery("select kind, body from channels_outbox where recipient = ?1 order by id")
                .setParameter(1, address)
                .getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }

    private List<String> kinds(String address) {
        return mails(address).stream().map(row -> String.valueOf(row[0])).toList();
    }

    private String secret(String address) {
        var mails = mails(address);
        return String.valueOf(mails.get(mails.size() - 1)[1]).replaceFirst("(?s).*email\\?link=([\\w-]+).*", "$1");
    }

    private boolean enters(String login) {
        return signIn.authenticate(login, PASSWORD, here, null) instanceof Accepted;
    }

    private void isDead(String secret) {
        assertThat(changes.look(secret)).isEmpty();
        refuses("accounts.link.dead", () -> changes.confirm(secret, "", here));
    }

    private static void refuses(String why, Runnable what) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(what::run)
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(why));
    }

    @Test
    void theAddressChangesOnceBothHaveConfirmedInWhateverOrder() {
        for (var isOldFirst : List.of(true, false)) {
            var before = isOldFirst + former;
            var after = isOldFirst + wanted;
            var ana = person(before);
            changes.ask(ana, PASSWORD, " " + after.toUpperCase(Locale.ROOT));
            var first = secret(isOldFirst ? before : after);
            var second = secret(isOldFirst ? after : before);

            assertThat(changes.look(first).map(Email::address)).contains(after);
            assertThat(changes.confirm(first, "", here)).isFalse();
            assertThat(people.get(ana.id()).email()).isEqualTo(before);
            isDead(first);
            assertThat(changes.asked(ana)).hasValueSatisfying(asked -> {
                assertThat(asked.isOldConfirmed()).isEqualTo(isOldFirst);
                assertThat(asked.isNewConfirmed()).isEqualTo(!isOldFirst);
            });
            assertThat(changes.confirm(second, "", here)).isTrue();

            assertThat(people.get(ana.id()).email()).isEqualTo(after);
            assertThat(enters(after)).isTrue();
            assertThat(enters(before)).isFalse();
            assertThat(kinds(before)).containsExactly("ACCOUNT_EMAIL_OLD", "ACCOUNT_EMAIL_CHANGED");
            assertThat(kinds(after)).containsExactly("ACCOUNT_EMAIL_NEW");
            isDead(second);
            assertThat(audit.of(AuditSubject.PERSON, ana.id())).singleElement().satisfies(line -> {
                assertThat(line.audited().act()).isEqualTo("accounts.audit.email-changed");
                assertThat(line.personId()).isEqualTo(ana.id());
                assertThat(line.toString()).doesNotContain(before, after);
            });
        }
    }

    @Test
    void otherSessionsEndAndTheOneThatConfirmsGoesOn() {
        var ana = person(former);
        var here = signsIn();
        var there = signsIn();
        changes.ask(ana, PASSWORD, wanted);
        changes.confirm(secret(former), here, this.here);
        assertThat(sessions.of(there, 0)).isPresent();

        changes.confirm(secret(wanted), here, this.here);

        assertThat(sessions.of(here, 0)).isPresent();
        assertThat(sessions.of(there, 0)).isEmpty();
    }

    private String signsIn() {
        var accepted = (Accepted) signIn.authenticate(former, PASSWORD, here, null);
        return sessions.begin(accepted, new Visit(here, "Firefox", "Linux", null));
    }

    @Test
    void whoeverAsksLearnsNothingAboutWhoseTheAddressIs() {
        var ana = person(former);
        person(wanted);

        changes.ask(ana, PASSWORD, wanted);

        assertThat(kinds(former)).as("the asker reads what is always read").containsExactly("ACCOUNT_EMAIL_OLD");
        assertThat(kinds(wanted)).as("only its owner hears it").containsExactly("ACCOUNT_EMAIL_KNOWN");
        assertThat(String.valueOf(mails(wanted).get(0)[1])).doesNotContain(former, "Ana", "?link");
        assertThat(changes.confirm(secret(former), "", here))
                .as("and the one confirmation changes nothing")
                .isFalse();
        assertThat(changes.asked(ana)).isPresent();
        assertThat(people.get(ana.id()).email()).isEqualTo(former);
    }

    @Test
    void anAddressThatSomebodyTookMeanwhileIsRefused() {
        var ana = person(former);
        changes.ask(ana, PASSWORD, wanted);
        changes.confirm(secret(former), "", here);
        var secret = secret(wanted);
        person(wanted);

        refuses("accounts.email.taken", () -> changes.confirm(secret, "", here));

        assertThat(people.get(ana.id()).email()).isEqualTo(former);
    }

    @Test
    void askingNeedsThePasswordAndAnotherAddress() {
        var ana = person(former);

        refuses("accounts.me.present.wrong", () -> changes.ask(ana, "outra senha", wanted));
        refuses("shared.email.invalid", () -> changes.ask(ana, PASSWORD, "depois"));
        refuses("accounts.email.same", () -> changes.ask(ana, PASSWORD, former));
        assertThat(kinds(former)).isEmpty();
    }

    @Test
    void noMoreThanThreeMailsGoToOneAddressInAWhile() {
        var ana = person(former);
        for (var time = 0; time < 3; time++) {
            changes.ask(ana, PASSWORD, wanted);
        }

        refuses("accounts.signin.throttled", () -> changes.ask(ana, PASSWORD, wanted));
    }

    @Test
    void aLaterRequestEndsTheLinksOfTheFormer() {
        var ana = person(former);
        changes.ask(ana, PASSWORD, wanted);
        var secret = secret(wanted);

        changes.ask(ana, PASSWORD, "c" + wanted);

        isDead(secret);
        assertThat(changes.asked(ana).map(asked -> asked.wanted().address())).contains("c" + wanted);
    }

    @Test
    void theLinksDieWithTheDayAndWithAChangeOfPassword() {
        var ana = person(former);
        changes.ask(ana, PASSWORD, wanted);
        var secret = secret(wanted);
        try {
            clocks.advance(Duration.ofHours(24).minusMinutes(1));
            assertThat(changes.look(secret)).isPresent();
            clocks.advance(Duration.ofMinutes(2));
            isDead(secret);
        } finally {
            clocks.advance(Duration.ofHours(24).plusMinutes(1).negated());
        }
        assertThat(changes.look(secret)).isPresent();

        credentials.change(ana, PASSWORD, "mandacaru no sertão");

        isDead(secret);
        isDead(secret(former));
    }

    /** A link is good for what it was made for: this one was mailed to an address that the account does not have. */
    @Test
    void suchALinkChoosesNoPassword() {
        changes.ask(person(former), PASSWORD, wanted);
        for (var secret : List.of(secret(wanted), secret(former))) {
            assertThat(credentials.look(secret)).isEmpty();
            refuses("accounts.link.dead", () -> credentials.choose(secret, "mandacaru no sertão", here));
            assertThat(changes.look(secret)).as("and is not used up by trying").isPresent();
        }
        assertThat(enters(former)).isTrue();
    }
}
