package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.guiche.accounts.SignInResult.Accepted;
import org.guiche.shared.Clocks;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.support.Statements;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where somebody is signed in: seen, ended, and told by mail where it is new (ASVS 7.4, 7.5.2, 6.3.5). */
@ExtendWith(ArquillianExtension.class)
class DevicesIT {

    private static final String PASSWORD = "ipê roxo na serra";

    @EJB
    SignIn signIn;

    @EJB
    Sessions sessions;

    @EJB
    Devices devices;

    @EJB
    People people;

    @EJB
    Forgetting forgetting;

    @Inject
    Clocks clocks;

    @PersistenceContext
    EntityManager em;

    private final String email = "d" + UUID.randomUUID() + "@aparelhos.example";

    private Person person() {
        return people.get(people.register(new NewPerson("Ana Lima", new Email(email), null, null, PASSWORD, Set.of())));
    }

    private record In(String handle, String device, int epoch) {}

    private In signsIn(String browser, String address, @Nullable String device) {
        var visit = new Visit(ClientAddress.of(address), browser, "Linux", device);
        var accepted = (Accepted) signIn.authenticate(email, PASSWORD, visit.address(), device);
        return new In(sessions.begin(accepted, visit), accepted.deviceToken(), accepted.epoch());
    }

    private boolean isIn(In one) {
        return sessions.of(one.handle(), one.epoch()).isPresent();
    }

    private List<String> mails() {
        List<?> bodies = em.createNativeQuery("""
                        select body from channels_outbox where recipient = ?1 and kind = 'ACCOUNT_NEW_DEVICE' order by id""").setParameter(1, email).getResultList();
        return bodies.stream().map(String::valueOf).toList();
    }

    @Test
    void eachDeviceIsListedInWordsWithItsNetworkHiddenAndThisOneFirst() {
        var ana = person();
        var first = signsIn("Firefox", "192.0.2.44", null);
        signsIn("Chrome", "2001:db8:1:2::9", null);

        var list = devices.list(ana, first.handle());

        assertThat(list).extracting(KnownDevice::browser).containsExactly("Firefox", "Chrome");
        assertThat(list).extracting(KnownDevice::isThis).containsExactly(true, false);
        assertThat(list).extracting(KnownDevice::network).containsExactly("192.0.2.*", "2001:db8:1:*");
        assertThat(list).allMatch(KnownDevice::isSignedIn).allMatch(device -> device.excusedUntil() == null);
    }

    @Test
    void aDeviceThatIsEndedIsSignedOutAtItsNextRequestAndNoOtherOne() {
        var ana = person();
        var here = signsIn("Firefox", "192.0.2.44", null);
        var there = signsIn("Chrome", "192.0.2.45", null);
        var id = devices.list(ana, there.handle()).get(0).id();

        devices.end(ana, id);

        assertThat(isIn(there)).isFalse();
        assertThat(isIn(here)).isTrue();
        assertThat(signsIn("Chrome", "192.0.2.45", there.device()).device())
                .as("it is not known any more")
                .isNotEqualTo(there.device());
    }

    @Test
    void allOthersEndAtOnce() {
        var ana = person();
        var here = signsIn("Firefox", "192.0.2.44", null);
        var again = signsIn("Firefox", "192.0.2.44", here.device());
        var there = signsIn("Chrome", "192.0.2.45", null);

        devices.endOthers(ana.id(), again.handle());

        assertThat(isIn(there)).isFalse();
        assertThat(isIn(again)).isTrue();
        assertThat(devices.list(ana, again.handle())).hasSize(1);
    }

    @Test
    void nobodyEndsADeviceOfSomebodyElse() {
        var ana = person();
        var here = signsIn("Firefox", "192.0.2.44", null);
        var id = devices.list(ana, here.handle()).get(0).id();
        var stranger = people.get(
                people.register(new NewPerson("Outra", new Email("x" + email), null, null, PASSWORD, Set.of())));

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> devices.end(stranger, id));
        devices.endOthers(stranger.id(), here.handle());

        assertThat(isIn(here)).isTrue();
    }

    @Test
    void aSessionIsNobodysWithoutItsHandleOrAfterAllWereEnded() {
        var ana = person();
        var here = signsIn("Firefox", "192.0.2.44", null);
        assertThat(sessions.of("", here.epoch())).isEmpty();
        assertThat(sessions.of(here.handle() + "x", here.epoch())).isEmpty();
        assertThat(sessions.of(here.handle(), here.epoch() - 1)).isEmpty();

        people.signOutEverywhere(ana);

        assertThat(isIn(here)).isFalse();
        assertThat(devices.list(ana, here.handle())).isEmpty();
    }

    @Test
    void signingOutEndsTheSessionAndKeepsTheDevice() {
        var ana = person();
        var here = signsIn("Firefox", "192.0.2.44", null);

        sessions.end(here.handle());

        assertThat(isIn(here)).isFalse();
        assertThat(devices.list(ana, here.handle())).singleElement().satisfies(device -> {
            assertThat(device.isSignedIn()).isFalse();
            assertThat(device.isThis()).isFalse();
        });
        assertThat(signsIn("Firefox", "192.0.2.44", here.device()).device()).isEqualTo(here.device());
    }

    /** The person, the rights, the session and whether a factor is missing: one statement for a request, as before there were sessions. */
    @Test
    void whoseSessionItIsTakesOneStatement() throws Exception {
        person();
        var here = signsIn("Firefox", "192.0.2.44", null);

        var counted = Statements.counting(em, () -> sessions.of(here.handle(), here.epoch()));

        assertThat(counted.result()).hasValueSatisfying(standing -> {
            assertThat(standing.needsFactor()).isFalse();
            assertThat(sessions.isUnseen(standing)).isFalse();
        });
        assertThat(counted.statements()).hasSize(1);
    }

    @Test
    void thatASessionIsInUseIsWrittenEveryFiveMinutes() {
        var ana = person();
        var here = signsIn("Firefox", "192.0.2.44", null);
        try {
            clocks.advance(Duration.ofMinutes(4));
            assertThat(sessions.isUnseen(standing(here))).isFalse();
            clocks.advance(Duration.ofMinutes(2));
            assertThat(sessions.isUnseen(standing(here))).isTrue();
            sessions.seen(here.handle());
            assertThat(sessions.isUnseen(standing(here))).isFalse();
            var device = devices.list(ana, here.handle()).get(0);
            assertThat(Duration.between(device.firstSeen(), device.lastSeen())).isGreaterThan(Duration.ofMinutes(5));
        } finally {
            clocks.advance(Duration.ofMinutes(6).negated());
        }
    }

    private Standing standing(In one) {
        return sessions.of(one.handle(), one.epoch()).orElseThrow();
    }

    @Test
    void aSessionThatNobodyUsedForADayIsSweptAndNoLeapOfTheDemoSweepsOne() {
        person();
        var here = signsIn("Firefox", "192.0.2.44", null);
        var leap = Duration.ofDays(3);
        clocks.leap(leap);
        try {
            forgetting.forget();
            assertThat(isIn(here)).isTrue();
        } finally {
            clocks.leap(leap.negated());
        }
        clocks.advance(Duration.ofHours(25));
        try {
            forgetting.forget();
            assertThat(isIn(here)).isFalse();
        } finally {
            clocks.advance(Duration.ofHours(25).negated());
        }
    }

    @Test
    void aSignInFromANewDeviceIsToldByMailButNotTheFirstOneEver() {
        person();
        var first = signsIn("Firefox", "192.0.2.44", null);
        assertThat(mails()).as("the first one ever").isEmpty();
        signsIn("Firefox", "192.0.2.44", first.device());
        assertThat(mails()).as("a device that is known").isEmpty();

        signsIn("Chrome", "198.51.100.9", null);

        assertThat(mails()).singleElement().satisfies(body -> {
            assertThat(body)
                    .contains("Chrome no Linux", "Rede: 198.51.100.*")
                    .containsPattern("Quando: \\d\\d/\\d\\d/\\d{4} às \\d\\dh\\d\\d")
                    .doesNotContain("198.51.100.9", "Ana", "?link", "/accounts");
        });
    }

    @Test
    void askingForATokenLeavesNoDevice() {
        var ana = person();
        signIn.ofProgram(email, PASSWORD, ClientAddress.of("192.0.2.44"));

        assertThat(devices.list(ana, "")).isEmpty();
        List<?> rows = em.createNativeQuery("select 1 from accounts_device where person_id = ?1")
                .setParameter(1, ana.id())
                .getResultList();
        assertThat(rows).isEmpty();
    }
}
