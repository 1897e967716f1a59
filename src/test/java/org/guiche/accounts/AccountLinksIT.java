package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.guiche.shared.Clocks;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.guiche.support.Turns;
import org.guiche.support.Welch;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links by mail: to choose a password, to sign up. Each good for one thing, once, for a while (SECURITY 7, 36, 39). */
@ExtendWith(ArquillianExtension.class)
class AccountLinksIT {

    private static final String PASSWORD = "ipê roxo na serra";

    @EJB
    AccountRequests requests;

    @EJB
    AccountDesk desk;

    @EJB
    Accounts administration;

    @EJB
    Credentials credentials;

    @EJB
    CredentialChanges changes;

    @EJB
    SignIn signIn;

    @Inject
    MailedLinks links;

    @EJB
    org.guiche.accounts.People accounts;

    @Inject
    People people;

    @Inject
    Clocks clocks;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    /** Whose requests no other test counts. */
    private final ClientAddress here = address();

    private static ClientAddress address() {
        return new ClientAddress("test " + UUID.randomUUID());
    }

    private static String email() {
        return UUID.randomUUID() + "@links.example";
    }

    /** A CPF that nobody has, with right check digits. */
    private static Cpf cpf() {
        while (true) {
            var digits = "%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
            for (int i = 0; i < 100; i++) {
                var whole = digits + "%02d".formatted(i);
                if (Cpf.looksLike(whole)) {
                    return new Cpf(whole);
                }
            }
        }
    }

    private Person registered(String password) {
        var id = accounts.register(new NewPerson("Ana Lima", new Email(email()), cpf(), null, password, Set.of()));
        return accounts.get(id);
    }

    private void asked(String login) {
        requests.password(login, here);
        desk.look();
    }

    private List<String> mails(String address) {
        List<?> bodies = em.createNativeQuery("select body from channels_outbox where recipient = ?1 order by id")
                .setParameter(1, address)
                .getResultList();
        return bodies.stream().map(String::valueOf).toList();
    }

    private List<String> kinds(String address) {
        List<?> kinds = em.createNativeQuery("select kind from channels_outbox where recipient = ?1 order by id")
                .setParameter(1, address)
                .getResultList();
        return kinds.stream().map(String::valueOf).toList();
    }

    private String secret(String address) {
        var bodies = mails(address);
        return bodies.get(bodies.size() - 1).replaceFirst("(?s).*password\\?link=([\\w-]+).*", "$1");
    }

    private boolean entersWith(Person person, String password) {
        return signIn.authenticate(person.email(), password, address(), null) instanceof SignInResult.Accepted;
    }

    private void isDead(String secret) {
        assertThat(credentials.look(secret)).isEmpty();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> credentials.choose(secret, PASSWORD + " 2", here))
                .withMessageContaining("link.dead");
    }

    @Test
    void whoForgotThePasswordChoosesAnotherOnceAndAllSessionsEnd() {
        var ana = registered("velha e boa senha");
        var before = signIn.authenticate(ana.email(), "velha e boa senha", address(), null);
        var epoch = ((SignInResult.Accepted) before).epoch();
        asked(ana.email().toUpperCase(Locale.ROOT));
        var secret = secret(ana.email());

        assertThat(credentials.look(secret)).contains(LinkPurpose.PASSWORD);
        assertThat(credentials.look(secret)).as("looking does not use it up").isPresent();
        credentials.choose(secret, PASSWORD, here);

        assertThat(entersWith(ana, PASSWORD)).isTrue();
        assertThat(entersWith(ana, "velha e boa senha")).isFalse();
        assertThat(accounts.ofSession(ana.id(), epoch)).isEmpty();
        isDead(secret);
    }

    @Test
    void anyOtherLinkOfThePersonIsDeadOnceAPasswordWasChosen() {
        var ana = registered("velha e boa senha");
        asked(ana.email());
        var first = secret(ana.email());
        asked(String.valueOf(ana.cpf() == null ? "" : ana.cpf().formatted()));
        var second = secret(ana.email());
        assertThat(second).isNotEqualTo(first);

        credentials.choose(second, PASSWORD, here);

        isDead(first);
    }

    @ParameterizedTest
    @CsvSource({"PASSWORD, 60", "SIGN_UP, 1440"})
    void aLinkIsGoodForItsTimeAndNotAMinuteLonger(LinkPurpose purpose, int minutes) {
        String secret;
        if (purpose == LinkPurpose.PASSWORD) {
            var ana = registered("velha e boa senha");
            asked(ana.email());
            secret = secret(ana.email());
        } else {
            var applicant = new Applicant("Ana Lima", new Email(email()), cpf(), null);
            requests.signUp(applicant, here);
            desk.look();
            secret = secret(applicant.email().address());
        }
        try {
            clocks.advance(Duration.ofMinutes(minutes - 1));
            assertThat(credentials.look(secret)).contains(purpose);
            clocks.advance(Duration.ofMinutes(2));
            isDead(secret);
        } finally {
            clocks.advance(Duration.ofMinutes(minutes + 1).negated());
        }
    }

    /** It was good when the page looked, and when the password began to be reckoned. */
    @Test
    void aLinkThatEndsWhileThePasswordIsReckonedIsDead() {
        var ana = registered("velha e boa senha");
        asked(ana.email());
        var secret = secret(ana.email());
        try {
            clocks.advance(Duration.ofMinutes(59));
            assertThat(credentials.look(secret)).isPresent();
            clocks.advance(Duration.ofMinutes(2));

            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> changes.choose(secret, "a hash"))
                    .withMessageContaining("link.dead");
        } finally {
            clocks.advance(Duration.ofMinutes(61).negated());
        }
        assertThat(entersWith(ana, "velha e boa senha")).isTrue();
    }

    @Test
    void whoeverHadTicketsBeforeAnAccountCreatesThePassword() {
        var id = accounts.register(new NewPerson("Ana Lima", new Email(email()), null, null, null, Set.of()));
        var ana = accounts.get(id);
        asked(ana.email());

        assertThat(kinds(ana.email())).containsExactly("ACCOUNT_FIRST_PASSWORD");
        credentials.choose(secret(ana.email()), PASSWORD, here);
        assertThat(entersWith(ana, PASSWORD)).isTrue();
    }

    @Test
    void anInvitationThatWentAstrayGoesToAnotherAddressAndNobodyElsesAddressIsChanged() {
        var wrong = email();
        var id = administration.invite(new Invitation("Ana Lima", wrong, "", "", Set.of(), null), people.admin());
        var astray = secret(wrong);
        var right = email();
        var change = new PersonChange(null, null, right, null, null, null, null);
        administration.change(id, change, null, people.admin());

        assertThat(credentials.look(astray)).isEmpty();
        credentials.choose(secret(right), PASSWORD, here);
        assertThat(entersWith(accounts.get(id), PASSWORD)).isTrue();
        var again = new PersonChange(null, null, email(), null, null, null, null);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> administration.change(id, again, null, people.admin()))
                .withMessage("accounts.people.email.own");
    }

    @Test
    void nobodyHearsAnythingWhereThereIsNoSuchAccount() {
        var nobody = email();
        asked(nobody);

        assertThat(mails(nobody)).isEmpty();
    }

    @Test
    void theSecretIsOnlyInTheMail() {
        var ana = registered("velha e boa senha");
        asked(ana.email());
        var secret = secret(ana.email());

        assertThat(secret).hasSizeGreaterThanOrEqualTo(43);
        assertThat(((Number) em.createNativeQuery(
                                        "select count(*) from accounts_link where encode(hash, 'escape') like ?1")
                                .setParameter(1, "%" + secret + "%")
                                .getSingleResult())
                        .intValue())
                .isZero();
        assertThat(mails(ana.email()).get(0))
                .contains("/accounts/password?link=")
                .doesNotContain("Ana");
    }

    @Test
    void whoSignsUpWithAnAddressOfACompanyBelongsToIt() {
        var applicant = new Applicant("Nova Pessoa", new Email(UUID.randomUUID() + "@jatoba.example"), cpf(), null);
        requests.signUp(applicant, here);
        desk.look();
        assertThat(registeredAs(applicant))
                .as("not before the address is confirmed")
                .isZero();
        var secret = secret(applicant.email().address());
        assertThat(mails(applicant.email().address()).get(0)).doesNotContain("Nova");

        credentials.choose(secret, PASSWORD, here);

        var person = people.of(applicant.email().address());
        assertThat(person.name()).isEqualTo("Nova Pessoa");
        assertThat(person.cpf()).isEqualTo(applicant.cpf());
        assertThat(person.memberships()).singleElement().satisfies(membership -> {
            assertThat(membership.groupName()).isEqualTo("Casa Jatobá");
            assertThat(membership.wholeGroup()).isFalse();
        });
        assertThat(entersWith(person, PASSWORD)).isTrue();
        isDead(secret);
    }

    private int registeredAs(Applicant applicant) {
        return ((Number) em.createNativeQuery("select count(*) from accounts_person where email = ?1 or cpf = ?2")
                        .setParameter(1, applicant.email().address())
                        .setParameter(2, applicant.cpf().digits())
                        .getSingleResult())
                .intValue();
    }

    @Test
    void whoseAddressOrCpfIsKnownHearsSoByMailAndNowhereElse() {
        var ana = registered("velha e boa senha");
        var sameAddress = new Applicant("Outra", new Email(ana.email()), cpf(), null);
        var sameCpf = new Applicant("Outra", new Email(email()), Objects.requireNonNull(ana.cpf()), null);
        requests.signUp(sameAddress, here);
        requests.signUp(sameCpf, here);
        desk.look();

        assertThat(kinds(ana.email())).containsExactly("ACCOUNT_KNOWN");
        assertThat(kinds(sameCpf.email().address())).containsExactly("ACCOUNT_CPF_KNOWN");
        assertThat(mails(sameCpf.email().address()).get(0))
                .doesNotContain(ana.email(), "Ana", ana.cpf().digits());
    }

    /** SECURITY 43: the database decides, when the links are used. */
    @Test
    void ofFiftyWhoConfirmAtOnceWithOneCpfOneIsRegistered() throws Exception {
        var cpf = cpf();
        var secrets = new ArrayList<String>();
        transaction.begin();
        for (int i = 0; i < 50; i++) {
            secrets.add(links.toSignUp(new Applicant("Ana Lima", new Email(email()), cpf, null)));
        }
        transaction.commit();
        var threads = Executors.newFixedThreadPool(50);
        try {
            var tries = secrets.stream()
                    .map(secret -> (Callable<String>) () -> end(secret))
                    .toList();
            var ends = new ArrayList<String>();
            for (var one : threads.invokeAll(tries)) {
                ends.add(one.get());
            }
            assertThat(ends).filteredOn("registered"::equals).hasSize(1);
            assertThat(ends).filteredOn("cpf"::equals).hasSize(49);
        } finally {
            threads.shutdownNow();
        }
    }

    private String end(String secret) {
        try {
            credentials.choose(secret, PASSWORD, address());
            return "registered";
        } catch (RuleViolation refusal) {
            return refusal.fields().isEmpty()
                    ? refusal.key()
                    : refusal.fields().get(0).field();
        }
    }

    @Test
    void theFourthRequestForOneLoginIsRefusedWhoeverHasIt() {
        for (var login : List.of(registered("velha e boa senha").email(), email())) {
            IntStream.range(0, 3).forEach(time -> requests.password(login, address()));
            assertThatExceptionOfType(RuleViolation.class)
                    .as(login)
                    .isThrownBy(() -> requests.password(login, address()))
                    .withMessageContaining("throttled");
        }
    }

    @Test
    void theFourthSignUpWithOneCpfIsRefusedWhateverTheAddress() {
        var cpf = cpf();
        IntStream.range(0, 3)
                .forEach(time -> requests.signUp(new Applicant("Ana Lima", new Email(email()), cpf, null), address()));

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> requests.signUp(new Applicant("Ana Lima", new Email(email()), cpf, null), address()))
                .withMessageContaining("throttled");
    }

    @Test
    void ofTwoSignUpsForOneAddressTheOneThatIsOpenedCountsAndTheOtherIsDead() throws Exception {
        var address = new Email(email());
        transaction.begin();
        var one = links.toSignUp(new Applicant("Ana Lima", address, cpf(), null));
        var other = links.toSignUp(new Applicant("Outra Pessoa", address, cpf(), null));
        transaction.commit();

        assertThat(credentials.applicant(one).map(Applicant::name)).contains("Ana Lima");
        credentials.choose(one, PASSWORD, here);

        isDead(other);
    }

    @Test
    void aRequestThatCannotBeAnsweredKeepsNobodyWaiting() throws Exception {
        transaction.begin();
        em.createNativeQuery("insert into accounts_request (kind, content, asked_at) values ('PASSWORD', '{}', now())")
                .executeUpdate();
        transaction.commit();
        var ana = registered("velha e boa senha");
        asked(ana.email());

        assertThat(kinds(ana.email())).containsExactly("ACCOUNT_PASSWORD");
        IntStream.range(0, 5).forEach(time -> desk.look());
        transaction.begin();
        assertThat(em.createNativeQuery("delete from accounts_request where attempts = 5")
                        .executeUpdate())
                .isOne();
        transaction.commit();
    }

    @Test
    void oneAddressAsksForThirtyMailsAndNoMore() {
        var one = address();
        IntStream.range(0, 30).forEach(time -> requests.password(email(), one));

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> requests.password(email(), one))
                .withMessageContaining("throttled");
    }

    @ParameterizedTest
    @CsvSource({
        "curta, password.short",
        "password123, password.common",
        "senha123, password.common",
        "Mudar@123, password.common",
        "aaaaaaaaaa, password.common",
        "1212121212, password.common",
        "12345678901, password.common",
        "abcdefghij, password.common",
        "AnaLima1, password.own",
        "lima2026, password.own"
    })
    void aPasswordThatAnybodyWouldTryFirstIsRefusedAndTheLinkStaysGood(String easy, String why) {
        var id = accounts.register(new NewPerson("AnaLima Lima", new Email(email()), cpf(), null, null, Set.of()));
        var ana = accounts.get(id);
        asked(ana.email());
        var secret = secret(ana.email());

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> credentials.choose(secret, easy, here))
                .withMessageContaining(why);

        assertThat(credentials.look(secret)).isPresent();
        credentials.choose(secret, PASSWORD, here);
    }

    @Test
    void whoKnowsThePresentPasswordChoosesAnotherAndAllSessionsAndLinksEnd() {
        var ana = registered("velha e boa senha");
        var epoch = ((SignInResult.Accepted) signIn.authenticate(ana.email(), "velha e boa senha", address(), null))
                .epoch();
        asked(ana.email());
        var secret = secret(ana.email());

        refuses("accounts.me.present.wrong", ana, "outra senha", PASSWORD);
        refuses("accounts.me.same", ana, "velha e boa senha", "velha e boa senha");
        refuses("accounts.password.short", ana, "velha e boa senha", "curta");
        credentials.change(ana, "velha e boa senha", PASSWORD);

        assertThat(entersWith(ana, PASSWORD)).isTrue();
        assertThat(accounts.ofSession(ana.id(), epoch)).isEmpty();
        isDead(secret);
    }

    @Test
    void thePresentPasswordIsNotGuessedFromAnOpenSession() {
        var ana = registered("velha e boa senha");
        IntStream.range(0, 8).forEach(time -> refuses("accounts.me.present.wrong", ana, "senha " + time, PASSWORD));

        refuses("accounts.signin.throttled", ana, "velha e boa senha", PASSWORD);
    }

    private void refuses(String why, Person person, String present, String other) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> credentials.change(person, present, other))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(why));
    }

    /** SECURITY 36: Welch's test on 200 and 200; what is asked for is only written down, whoever it is for. */
    @Test
    @Tag(Turns.ALONE)
    void askingTakesAsLongForPeopleThatThereAreAsForOthers() throws Exception {
        var known = known();

        var tells = Welch.tells(turn -> took(known.get(turn)), turn -> took(email()));
        desk.look();

        assertThat(tells).as("p < 0.01 three times in a row").isFalse();
    }

    @Test
    void signingUpTakesAsLongWithAnAddressThatIsKnownAsWithAnother() throws Exception {
        var known = known();

        var tells = Welch.tells(turn -> tookToSignUp(known.get(turn)), turn -> tookToSignUp(email()));
        desk.look();

        assertThat(tells).as("p < 0.01 three times in a row").isFalse();
    }

    /** One a turn: nobody asks for more mails than one gets. */
    private List<String> known() throws Exception {
        var known = new ArrayList<String>();
        transaction.begin();
        for (int i = 0; i < 220; i++) {
            var address = email();
            accounts.register(new NewPerson("Ana Lima", new Email(address), null, null, null, Set.of()));
            known.add(address);
        }
        transaction.commit();
        return known;
    }

    private long took(String login) {
        var where = address();
        var from = System.nanoTime();
        requests.password(login, where);
        return System.nanoTime() - from;
    }

    private long tookToSignUp(String address) {
        var where = address();
        var applicant = new Applicant("Ana Lima", new Email(address), cpf(), null);
        var from = System.nanoTime();
        requests.signUp(applicant, where);
        return System.nanoTime() - from;
    }
}
