package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.guiche.accounts.SignInResult.Accepted;
import org.guiche.accounts.SignInResult.Refused;
import org.guiche.accounts.SignInResult.Throttled;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.support.Welch;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in, tokens, and the ends of both, on the real tables (SECURITY 36, 37, 39). */
@ExtendWith(ArquillianExtension.class)
class SignInIT {

    private static final String PASSWORD = "uma senha comprida";
    private static final ClientAddress HERE = ClientAddress.of("192.0.2.10");
    private static final ClientAddress ELSEWHERE = ClientAddress.of("198.51.100.7");

    @EJB
    SignIn signIn;

    @EJB
    People people;

    @EJB
    Groups groups;

    @EJB
    Tokens tokens;

    @Inject
    Clock clock;

    @Inject
    PersonQueries queries;

    @PersistenceContext
    EntityManager em;

    private final String email = "p" + UUID.randomUUID() + "@entrada.example";

    @Test
    void oneSignsInWithTheEmailInAnyCaseOrWithTheCpf() {
        var id = register("204.060.801-00");

        assertThat(person(attempt(" " + email.toUpperCase(Locale.ROOT), PASSWORD, HERE, null)))
                .isEqualTo(id);
        assertThat(person(attempt("204.060.801-00", PASSWORD, HERE, null))).isEqualTo(id);
        assertThat(person(attempt("20406080100", PASSWORD, HERE, null))).isEqualTo(id);
    }

    @Test
    void unknownPeopleAndImpossibleCpfsAreAnsweredLikeAWrongPassword() {
        register(null);

        assertThat(attempt(email, "errada", HERE, null)).isEqualTo(new Refused());
        assertThat(attempt("ninguem-" + email, PASSWORD, HERE, null)).isEqualTo(new Refused());
        assertThat(attempt("111.111.111-11", PASSWORD, HERE, null)).isEqualTo(new Refused());
        assertThat(attempt("", "", HERE, null)).isEqualTo(new Refused());
    }

    /** SECURITY 36: Welch's test on eight and eight, each of which reckons a password; two people, so that neither has too many tries. */
    @Test
    void unknownPeopleAreRefusedAsLateAsWrongPasswords() {
        register(null);
        people.register(new NewPerson("Outra Pessoa", Email.of("2" + email), null, null, PASSWORD, Set.of()));

        var tells = Welch.tells(
                8,
                1,
                turn -> took(turn % 4 < 2 ? email : "2" + email),
                turn -> took(turn % 4 < 2 ? "x" + email : "y" + email));

        assertThat(tells).as("p < 0.01 three times in a row").isFalse();
    }

    private long took(String login) {
        var where = new ClientAddress("test " + UUID.randomUUID());
        var from = System.nanoTime();
        var result = attempt(login, "errada", where, null);
        var took = System.nanoTime() - from;
        assertThat(result).isEqualTo(new Refused());
        return took;
    }

    @Test
    void twentyGuessesAtOnceGetNoFurtherThanOneAfterAnother() throws Exception {
        register(null);

        var results = atOnce(20, () -> attempt(email, "errada", HERE, null));

        assertThat(results).filteredOn(Refused.class::isInstance).hasSize(SignIn.PER_ACCOUNT_AND_ADDRESS);
        assertThat(results).filteredOn(Throttled.class::isInstance).hasSize(20 - SignIn.PER_ACCOUNT_AND_ADDRESS);
        assertThat(attempt(email, PASSWORD, HERE, null))
                .as("the right one, too late")
                .isInstanceOf(Throttled.class);
    }

    /** Twice as many as there are connections: whoever held one while waiting for another would wait for good. */
    @Test
    void moreTriesAtOnceThanConnectionsAllGetTheirAnswer() throws Exception {
        register(null);
        var network = new AtomicInteger();

        var results = atOnce(48, () -> {
            var address = ClientAddress.of("2001:db8:1:" + network.incrementAndGet() + "::1");
            return attempt(email, "errada", address, null);
        });

        assertThat(results).filteredOn(Refused.class::isInstance).hasSize(SignIn.PER_ACCOUNT);
        assertThat(results).filteredOn(Throttled.class::isInstance).hasSize(48 - SignIn.PER_ACCOUNT);
    }

    @Test
    void guessingFromOneAddressLocksNobodyOutOfAnother() {
        var id = register(null);
        for (var i = 0; i < 12; i++) {
            attempt(email, "errada", HERE, null);
        }

        assertThat(person(attempt(email, PASSWORD, ELSEWHERE, null))).isEqualTo(id);
    }

    @Test
    void aDeviceThatThePersonUsedBeforeStaysOpenWhateverOthersTry() throws Exception {
        var id = register(null);
        var device = accepted(attempt(email, PASSWORD, HERE, null)).deviceToken();
        for (var network = 0; network < 6; network++) {
            var address = ClientAddress.of("2001:db8:0:" + network + "::1");
            atOnce(8, () -> attempt(email, "errada", address, null));
        }

        assertThat(attempt(email, PASSWORD, ELSEWHERE, null)).as("a stranger").isInstanceOf(Throttled.class);
        assertThat(person(attempt(email, PASSWORD, HERE, device))).isEqualTo(id);
    }

    @Test
    void aDeviceOfSomebodyElseHelpsNobody() {
        register(null);
        var other = "q" + email;
        people.register(new NewPerson("Outra Pessoa", Email.of(other), null, null, PASSWORD, Set.of()));
        var device = accepted(attempt(other, PASSWORD, ELSEWHERE, null)).deviceToken();
        for (var i = 0; i < 8; i++) {
            attempt(email, "errada", HERE, null);
        }

        assertThat(attempt(email, PASSWORD, HERE, device)).isInstanceOf(Throttled.class);
    }

    @Test
    void signingOutEverywhereEndsSessionsAndForgetsDevices() {
        var id = register(null);
        var before = accepted(attempt(email, PASSWORD, HERE, null));
        assertThat(people.ofSession(id, before.epoch())).isPresent();

        people.signOutEverywhere(before.person());

        assertThat(people.ofSession(id, before.epoch())).isEmpty();
        var after = accepted(attempt(email, PASSWORD, HERE, before.deviceToken()));
        assertThat(after.deviceToken()).as("a new one").isNotEqualTo(before.deviceToken());
        assertThat(people.ofSession(id, after.epoch())).isPresent();
    }

    @Test
    void aMembershipEndsWithItsLastInstant() {
        var id = register(null);
        var group = groups.create(GroupKind.PARTNER, "Agência de Ontem");
        groups.join(id, group, true, clock.instant().plusSeconds(3600));
        assertThat(people.get(id).seesWhole(group)).isTrue();

        groups.join(id, group, true, clock.instant().minusSeconds(1));

        assertThat(people.get(id).belongsTo(group)).isFalse();
    }

    @Test
    void aTermCountsFromItsFirstInstantUntilBeforeItsEnd() {
        var id = register(null);
        var group = groups.create(GroupKind.PARTNER, "Agência de Prazo");
        var from = Instant.parse("2026-11-25T03:00:00Z");
        var until = Instant.parse("2026-11-27T03:00:00Z");
        groups.grant(id, group, new Term(from, until));

        assertThat(belongs(id, group, from.minusMillis(1))).isFalse();
        assertThat(belongs(id, group, from)).isTrue();
        assertThat(belongs(id, group, until.minusMillis(1))).isTrue();
        assertThat(belongs(id, group, until)).isFalse();
    }

    private boolean belongs(long person, long group, Instant at) {
        var found = queries.byId(person, at).orElseThrow().person();
        assertThat(queries.members(List.of(group), at).contains(found)).isEqualTo(found.belongsTo(group));
        return found.belongsTo(group);
    }

    @Test
    void aTokenIsKnownByItsHashOnlyAndEndsWhenItIsRevoked() {
        var person = people.get(register(null));
        var issued = tokens.issue(person, "integração", List.of("read"), null);

        assertThat(tokens.authenticate(issued.secret()))
                .hasValueSatisfying(bearer -> assertThat(bearer.mayWrite()).isFalse());
        assertThat(em.createNativeQuery(
                                "select count(*) from accounts_token t where position(?1 in cast(t as text)) > 0")
                        .setParameter(1, issued.secret())
                        .getSingleResult())
                .isEqualTo(0L);

        tokens.revoke(issued.id(), person);

        assertThat(tokens.authenticate(issued.secret())).isEmpty();
    }

    @Test
    void nobodyRevokesATokenOfSomebodyElse() {
        var owner = people.get(register(null));
        var issued = tokens.issue(owner, "integração", List.of("*"), null);
        var stranger = people.get(
                people.register(new NewPerson("Outra Pessoa", Email.of("r" + email), null, null, PASSWORD, Set.of())));

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tokens.revoke(issued.id(), stranger));
        assertThat(tokens.authenticate(issued.secret())).isPresent();
    }

    @Test
    void aSecondPersonWithTheSameEmailIsRefusedWithoutSayingWhose() {
        register(null);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> register(null))
                .satisfies(refusal -> {
                    var error = refusal.fields().get(0);
                    assertThat(error.key()).isEqualTo("accounts.email.taken");
                    assertThat(error.args()).isEmpty();
                });
    }

    private long register(@Nullable String cpf) {
        return people.register(new NewPerson(
                "Pessoa de Teste", Email.of(email), cpf == null ? null : Cpf.of(cpf), null, PASSWORD, Set.of()));
    }

    private SignInResult attempt(String login, String password, ClientAddress address, @Nullable String device) {
        return signIn.authenticate(login, password, address, device);
    }

    private static Accepted accepted(SignInResult result) {
        assertThat(result).isInstanceOf(Accepted.class);
        return (Accepted) result;
    }

    private static long person(SignInResult result) {
        return accepted(result).person().id();
    }

    private static List<SignInResult> atOnce(int times, Callable<SignInResult> attempt)
            throws InterruptedException, ExecutionException {
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
}
