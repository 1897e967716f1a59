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
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guiche.accounts.SignInResult.Accepted;
import org.guiche.accounts.SignInResult.CodeNeeded;
import org.guiche.accounts.SignInResult.Refused;
import org.guiche.accounts.SignInResult.Throttled;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Clocks;
import org.guiche.shared.Email;
import org.guiche.shared.RuleViolation;
import org.guiche.support.Authenticator;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The second factor: set up, asked for, remembered, lost and taken away (SECURITY 39, ASVS 6.5). */
@ExtendWith(ArquillianExtension.class)
class FactorIT {

    private static final String PASSWORD = "ipê roxo na serra";
    private static final ClientAddress ELSEWHERE = ClientAddress.of("198.51.100.77");

    @EJB
    SecondFactors factors;

    @EJB
    SecondStep secondStep;

    @EJB
    SignIn signIn;

    @EJB
    SignInPolicy policy;

    @EJB
    People people;

    @EJB
    AuditTrail audit;

    @Inject
    Clocks clocks;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    private final String email = "f" + UUID.randomUUID() + "@fator.example";
    private final ClientAddress here = new ClientAddress("test " + UUID.randomUUID());

    private Person person(Role... roles) {
        var known = people.findByEmail(new Email(email));
        return known.isPresent()
                ? known.get()
                : people.get(people.register(
                        new NewPerson("Ana Lima", new Email(email), null, null, PASSWORD, Set.of(roles))));
    }

    /** A factor that counts, and the recovery codes; the code that confirmed it may be used again. */
    private Ready setUp(Person person) throws Exception {
        var app = Authenticator.with(factors.begin(person, PASSWORD).secret());
        var codes = factors.confirm(person, app.code());
        forgetSteps(person);
        return new Ready(app, codes);
    }

    private record Ready(Authenticator app, List<String> codes) {}

    private void forgetSteps(Person person) throws Exception {
        write("update accounts_factor set last_step = 0 where person_id = " + person.id());
    }

    private void write(String sql) throws Exception {
        transaction.begin();
        em.createNativeQuery(sql).executeUpdate();
        transaction.commit();
    }

    private long count(String from) {
        return ((Number) em.createNativeQuery("select count(*) from " + from).getSingleResult()).longValue();
    }

    private SignInResult shows(String password, @Nullable String device) {
        return signIn.authenticate(email, password, here, device);
    }

    private CodeNeeded asked(@Nullable String device) {
        var result = shows(PASSWORD, device);
        assertThat(result).isInstanceOf(CodeNeeded.class);
        return (CodeNeeded) result;
    }

    private SignInResult answers(CodeNeeded needed, String code, boolean isRemembered, @Nullable String device) {
        return secondStep.finish(needed, code, isRemembered, new Visit(here, "Firefox", "Linux", device));
    }

    private SignInResult answers(String code) {
        return answers(asked(null), code, false, null);
    }

    private static Accepted accepted(SignInResult result) {
        assertThat(result).isInstanceOf(Accepted.class);
        return (Accepted) result;
    }

    private static List<SignInResult> atOnce(int times, Callable<SignInResult> attempt) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var results = new ArrayList<SignInResult>();
            for (var result : threads.invokeAll(Collections.nCopies(times, attempt))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static void refuses(String why, Runnable what) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(what::run)
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(why));
    }

    @Test
    void aFactorCountsFromItsFirstRightCodeOn() {
        var ana = person();
        refuses("accounts.me.present.wrong", () -> factors.begin(ana, "outra senha"));
        refuses("accounts.factor.not-begun", () -> factors.confirm(ana, "123456"));

        var app = Authenticator.with(factors.begin(ana, PASSWORD).secret());
        assertThat(shows(PASSWORD, null)).as("begun is not yet on").isInstanceOf(Accepted.class);
        refuses("accounts.factor.code.wrong", () -> factors.confirm(ana, app.wrong()));
        var confirming = app.code();
        var codes = factors.confirm(ana, confirming);

        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("([A-Z2-7]{4} ?){4}"));
        assertThat(factors.state(ana).isOn()).isTrue();
        assertThat(asked(null).personId()).isEqualTo(ana.id());
        refuses("accounts.factor.on-already", () -> factors.begin(ana, PASSWORD));
        assertThat(answers(confirming))
                .as("what confirmed it opens nothing more")
                .isEqualTo(new Refused());
        assertThat(accepted(answers(app.code(1))).person().id()).isEqualTo(ana.id());
    }

    @Test
    void aWrongPasswordIsRefusedAsEverAndAsksForNoCode() throws Exception {
        setUp(person());

        assertThat(shows("errada", null)).isEqualTo(new Refused());
    }

    @Test
    void aCodeOpensOnceAlsoWhereEightShowItAtOnce() throws Exception {
        var app = setUp(person()).app();
        var needed = asked(null);
        var code = app.code();

        var results = atOnce(8, () -> answers(needed, code, false, null));

        assertThat(results).filteredOn(Accepted.class::isInstance).hasSize(1);
        assertThat(answers(code)).as("nor later").isEqualTo(new Refused());
    }

    @Test
    void aRecoveryCodeOpensOnceAlsoWhereFourShowItAtOnceHoweverItIsWritten() throws Exception {
        var ana = person();
        var codes = setUp(ana).codes();
        var needed = asked(null);

        var results = atOnce(4, () -> answers(needed, codes.get(0), false, null));

        assertThat(results).filteredOn(Accepted.class::isInstance).hasSize(1);
        assertThat(answers(codes.get(0))).isEqualTo(new Refused());
        assertThat(accepted(answers(codes.get(1).toLowerCase(Locale.ROOT).replace(' ', '-'))))
                .isNotNull();
        assertThat(factors.state(ana).codesLeft()).isEqualTo(8);
    }

    @Test
    void newRecoveryCodesEndTheFormerOnes() throws Exception {
        var ana = person();
        var set = setUp(ana);
        refuses(
                "accounts.me.present.wrong",
                () -> factors.renewCodes(ana, "outra", set.app().code()));
        refuses(
                "accounts.factor.code.wrong",
                () -> factors.renewCodes(ana, PASSWORD, set.app().wrong()));

        var fresh = factors.renewCodes(ana, PASSWORD, set.app().code());

        assertThat(answers(set.codes().get(3))).isEqualTo(new Refused());
        assertThat(answers(fresh.get(3))).isInstanceOf(Accepted.class);
    }

    /** SECURITY 39: wrong codes are counted before they are looked at, on pages and over the API together. */
    @Test
    void ofAHundredWrongCodesAtOnceNoMoreThanTheLimitAreLookedAt() throws Exception {
        var app = setUp(person()).app();
        var needed = asked(null);
        var wrong = app.wrong();

        var results = atOnce(100, () -> answers(needed, wrong, false, null));

        assertThat(results).filteredOn(Refused.class::isInstance).hasSize(SecondStep.PER_ACCOUNT_AND_ADDRESS);
        assertThat(results).filteredOn(Throttled.class::isInstance).hasSize(100 - SecondStep.PER_ACCOUNT_AND_ADDRESS);
        assertThat(answers(needed, app.code(), false, null))
                .as("the right one, too late")
                .isInstanceOf(Throttled.class);
        assertThat(secondStep.ofProgram(needed, app.code(), here))
                .as("nor over the API")
                .isInstanceOf(Throttled.class);
    }

    /** SECURITY 39: whoever knows the password and guesses codes from everywhere locks nobody out of a device of theirs. */
    @Test
    void aDeviceThatThePersonUsedBeforeStaysOpenWhateverOthersTry() throws Exception {
        var ana = person();
        var app = setUp(ana).app();
        var device = accepted(answers(app.code())).deviceToken();
        forgetSteps(ana);
        var needed = asked(null);
        for (var network = 0; network < 4; network++) {
            var there = new Visit(ClientAddress.of("2001:db8:77:" + network + "::1"), "", "", null);
            atOnce(8, () -> secondStep.finish(needed, app.wrong(), false, there));
        }

        assertThat(secondStep.ofProgram(needed, app.code(), ELSEWHERE))
                .as("a stranger, from whatever address")
                .isInstanceOf(Throttled.class);
        assertThat(accepted(answers(asked(device), app.code(), false, device)).deviceToken())
                .isEqualTo(device);
    }

    @Test
    void aRememberedDeviceIsAskedForNoCodeForThirtyDays() throws Exception {
        var ana = person();
        var set = setUp(ana);
        var device =
                accepted(answers(asked(null), set.app().code(), true, null)).deviceToken();

        assertThat(accepted(shows(PASSWORD, device)).deviceToken()).isEqualTo(device);
        assertThat(shows(PASSWORD, null)).as("any other").isInstanceOf(CodeNeeded.class);
        assertThat(shows("errada", device)).as("the password is").isEqualTo(new Refused());
        try {
            clocks.advance(Duration.ofDays(30).minusMinutes(1));
            assertThat(shows(PASSWORD, device)).isInstanceOf(Accepted.class);
            clocks.advance(Duration.ofMinutes(2));
            assertThat(shows(PASSWORD, device)).isInstanceOf(CodeNeeded.class);
        } finally {
            clocks.advance(Duration.ofDays(30).plusMinutes(1).negated());
        }
    }

    @Test
    void aNewFactorIsAskedForOnEveryDevice() throws Exception {
        var ana = person();
        var set = setUp(ana);
        var device =
                accepted(answers(asked(null), set.codes().get(0), true, null)).deviceToken();
        factors.end(ana, PASSWORD, set.codes().get(1));

        setUp(ana);

        assertThat(shows(PASSWORD, device)).isInstanceOf(CodeNeeded.class);
    }

    @Test
    void turningItOffNeedsThePasswordAndACodeAndIsToldByMail() throws Exception {
        var ana = person();
        var set = setUp(ana);
        refuses(
                "accounts.me.present.wrong",
                () -> factors.end(ana, "outra", set.app().code()));
        refuses(
                "accounts.factor.code.wrong",
                () -> factors.end(ana, PASSWORD, set.app().wrong()));

        factors.end(ana, PASSWORD, set.app().code());

        assertThat(shows(PASSWORD, null)).isInstanceOf(Accepted.class);
        assertThat(count("accounts_recovery_code where person_id = " + ana.id()))
                .isZero();
        assertThat(mails()).containsExactly("ACCOUNT_FACTOR_OFF");
    }

    private List<String> mails() {
        List<?> kinds = em.createNativeQuery("select kind from channels_outbox where recipient = ?1 order by id")
                .setParameter(1, email)
                .getResultList();
        return kinds.stream().map(String::valueOf).toList();
    }

    @Test
    void aPasswordChosenBetweenBothStepsEndsTheSecond() throws Exception {
        var ana = person();
        var app = setUp(ana).app();
        var needed = asked(null);
        people.signOutEverywhere(ana);

        assertThat(answers(needed, app.code(), false, null)).isEqualTo(new Refused());
        assertThat(count("accounts_device where person_id = " + ana.id())).isZero();
    }

    /** Telephones do not follow the demo into another day, and neither does what is compared with them. */
    @Test
    void theDemosLeapsDoNotMoveTheCodes() throws Exception {
        var app = setUp(person()).app();
        var leap = Duration.ofDays(2);
        clocks.leap(leap);
        try {
            assertThat(answers(app.code())).isInstanceOf(Accepted.class);
        } finally {
            clocks.leap(leap.negated());
        }
    }

    @Test
    void theDatabaseHoldsNeitherTheSecretNorTheRecoveryCodes() throws Exception {
        var ana = person();
        var typed = factors.begin(ana, PASSWORD).secret().replace(" ", "");
        var codes = factors.confirm(ana, Authenticator.with(typed).code());

        var rows = em.createNativeQuery("""
                        select cast(f as text) || (select string_agg(cast(c as text), ',') from accounts_recovery_code c
                            where c.person_id = f.person_id) from accounts_factor f where f.person_id = ?1""")
                .setParameter(1, ana.id())
                .getSingleResult()
                .toString();
        assertThat(rows)
                .doesNotContain(
                        typed, codes.get(0), codes.get(0).replace(" ", "").substring(4));
    }

    @Test
    void aSecretCopiedIntoSomebodyElsesRowOpensNothing() throws Exception {
        var ana = person();
        var app = setUp(ana).app();
        var bruno = people.get(
                people.register(new NewPerson("Bruno", new Email("g" + email), null, null, PASSWORD, Set.of())));
        write("insert into accounts_factor (person_id, secret, confirmed_at) select " + bruno.id()
                + ", secret, confirmed_at from accounts_factor where person_id = " + ana.id());

        var needed = (CodeNeeded) signIn.authenticate("g" + email, PASSWORD, here, null);
        assertThat(answers(needed, app.code(), false, null)).isEqualTo(new Refused());
    }

    @Test
    void anAdministratorTakesItAwayWithAReasonThatIsWrittenDown() throws Exception {
        var ana = person();
        var set = setUp(ana);
        var device = accepted(answers(asked(null), set.app().code(), true, null));
        var admin = people.findByEmail(new Email("admin@guiche.example")).orElseThrow();
        assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> factors.reset(ana, ana.id(), "Perdi"));
        refuses("accounts.factor.reset.reason.needed", () -> factors.reset(admin, ana.id(), " "));

        factors.reset(admin, ana.id(), "Perdeu o celular, confirmado por telefone");

        assertThat(factors.state(ana).isOn()).isFalse();
        assertThat(people.ofSession(ana.id(), device.epoch())).isEmpty();
        assertThat(count("accounts_device where person_id = " + ana.id())).isZero();
        assertThat(mails()).contains("ACCOUNT_FACTOR_RESET");
        assertThat(audit.of(AuditSubject.PERSON, ana.id())).singleElement().satisfies(line -> {
            assertThat(line.personId()).isEqualTo(admin.id());
            assertThat(line.audited().act()).isEqualTo("accounts.audit.factor-reset");
            assertThat(line.audited().reason()).isEqualTo("Perdeu o celular, confirmado por telefone");
        });
        refuses("accounts.factor.none", () -> factors.reset(admin, ana.id(), "De novo"));
    }

    @Test
    void theStaffNeedsOneWhereAnAdministratorSaysSo() {
        var agent = person(Role.AGENT_N1);
        var admin = people.findByEmail(new Email("admin@guiche.example")).orElseThrow();
        assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> policy.requireOfStaff(agent, true));
        assertThat(policy.staffNeedsFactor()).as("off by itself").isFalse();
        factors.requireOf(agent);
        try {
            policy.requireOfStaff(admin, true);
            policy.requireOfStaff(admin, true);

            assertThatExceptionOfType(AccessDenied.class)
                    .isThrownBy(() -> factors.requireOf(agent))
                    .withMessage("accounts.factor.required");
            factors.confirm(
                    agent,
                    Authenticator.with(factors.begin(agent, PASSWORD).secret()).code());
            factors.requireOf(agent);
        } finally {
            policy.requireOfStaff(admin, false);
        }
        assertThat(audit.of(AuditSubject.POLICY, 1).get(0).audited().after()).containsEntry("staffFactor", false);
        assertThat(audit.of(AuditSubject.POLICY, 1).get(1).audited().after()).containsEntry("staffFactor", true);
    }
}
