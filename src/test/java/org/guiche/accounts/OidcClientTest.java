package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiche.accounts.OidcClient.Marks;
import org.guiche.support.OpenIdAnswer;
import org.guiche.support.OpenIdAnswer.Manners;
import org.guiche.support.OpenIdAnswer.Signing;
import org.guiche.support.OpenIdProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we say to a provider, and what we refuse of its answers (SECURITY 34, 38). A real one answers, on this machine. */
class OidcClientTest {

    private static final OpenIdAnswer RIGHT = OpenIdAnswer.of("somebody").withVerified("ana@oidc.example");

    private final OpenIdProvider provider = new OpenIdProvider();
    private final OidcClient client = new OidcClient(settings(provider.issuer()), Clock.systemUTC());
    private final Marks marks = Marks.random();

    @AfterEach
    void theProviderLeaves() {
        provider.close();
    }

    private static OidcSettings settings(String issuer, String... more) {
        var all = new HashMap<>(Map.of(
                "guiche.oidc.issuer",
                issuer,
                "guiche.oidc.client.id",
                OpenIdProvider.CLIENT,
                "guiche.oidc.client.secret",
                OpenIdProvider.SECRET,
                "guiche.base.url",
                "https://chamados.example"));
        for (var i = 0; i < more.length; i += 2) {
            all.put("guiche.oidc." + more[i], more[i + 1]);
        }
        return OidcSettings.of(name -> Optional.ofNullable(all.get(name))).orElseThrow();
    }

    private String code(OpenIdAnswer answer) {
        return provider.grant(client.askAt(marks), answer).replaceFirst("code=([^&]*)&.*", "$1");
    }

    private OidcClaims redeemed(OpenIdAnswer answer) {
        return client.redeem(code(answer), marks.nonce(), marks.verifier());
    }

    private void isRefused(OpenIdAnswer answer, OidcRefusal why) {
        assertThatExceptionOfType(OidcRefused.class)
                .isThrownBy(() -> redeemed(answer))
                .matches(refused -> refused.why() == why, "for being " + why);
        assertThatNoException().as("what is right is taken all the same").isThrownBy(() -> redeemed(RIGHT));
    }

    @Test
    void theProviderIsAskedWithStateNonceAndPkce() {
        var asked = client.askAt(marks).toString();

        assertThat(asked)
                .startsWith(provider.issuer() + "/authorize?")
                .contains("response_type=code", "code_challenge_method=S256", "state=" + marks.state())
                .contains("nonce=" + marks.nonce(), "scope=openid+email+profile")
                .contains("redirect_uri=https%3A%2F%2Fchamados.example%2Faccounts%2Foidc%2Fcallback")
                .doesNotContain(marks.verifier());
    }

    @ParameterizedTest
    @EnumSource(
            value = Signing.class,
            names = {"RS256", "ES256", "PS256"})
    void aTokenSignedByTheProviderIsTaken(Signing how) {
        var claims = redeemed(RIGHT.signed(how));

        assertThat(claims.issuer()).isEqualTo(provider.issuer());
        assertThat(claims.subject()).isEqualTo("somebody");
        assertThat(String.valueOf(claims.verifiedEmail())).contains("ana@oidc.example");
    }

    @ParameterizedTest
    @EnumSource(
            value = Signing.class,
            names = {"NONE", "HS256_WITH_THE_PUBLIC_KEY", "HS256_WITH_THE_SECRET", "ANOTHER_KEY", "UNKNOWN_KEY"})
    void aTokenSignedInAnyOtherWayIsRefused(Signing how) {
        isRefused(RIGHT.signed(how), OidcRefusal.INVALID);
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        isRefused(RIGHT.with("iss", "https://evil.example"), OidcRefusal.INVALID);
        isRefused(RIGHT.with("iss", provider.issuer() + "/"), OidcRefusal.INVALID);
        isRefused(RIGHT.with("iss", null), OidcRefusal.INVALID);
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        isRefused(RIGHT.with("aud", "somebody-else"), OidcRefusal.INVALID);
        isRefused(RIGHT.with("aud", null), OidcRefusal.INVALID);
    }

    @Test
    void aTokenForSeveralIsTakenOnlyWhereItWasIssuedToUs() {
        var several = RIGHT.with("aud", List.of("somebody-else", OpenIdProvider.CLIENT));

        isRefused(several, OidcRefusal.INVALID);
        isRefused(several.with("azp", "somebody-else"), OidcRefusal.INVALID);
        isRefused(RIGHT.with("azp", "somebody-else"), OidcRefusal.INVALID);
        assertThat(redeemed(several.with("azp", OpenIdProvider.CLIENT)).subject())
                .isEqualTo("somebody");
    }

    @Test
    void aTokenWithAnotherNonceIsRefused() {
        isRefused(RIGHT.with("nonce", Secrets.random()), OidcRefusal.INVALID);
        isRefused(RIGHT.with("nonce", null), OidcRefusal.INVALID);
    }

    @Test
    void aTokenThatHasExpiredIsRefused() {
        isRefused(RIGHT.with("exp", in(-70)), OidcRefusal.INVALID);
        isRefused(RIGHT.with("exp", null), OidcRefusal.INVALID);
        assertThat(redeemed(RIGHT.with("exp", in(-40))).subject())
                .as("clocks differ a little")
                .isEqualTo("somebody");
    }

    @Test
    void aTokenThatIsNotValidYetIsRefused() {
        isRefused(RIGHT.with("iat", in(90)), OidcRefusal.INVALID);
        isRefused(RIGHT.with("nbf", in(90)), OidcRefusal.INVALID);
        isRefused(RIGHT.with("iat", null), OidcRefusal.INVALID);
        assertThat(redeemed(RIGHT.with("iat", in(40)).with("nbf", in(40))).subject())
                .isEqualTo("somebody");
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    @Test
    void anAccessTokenThatIsNotTheOneOfTheIdTokenIsRefused() {
        isRefused(RIGHT.with("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"), OidcRefusal.INVALID);
    }

    @Test
    void aTokenForNobodyIsRefused() {
        isRefused(RIGHT.with("sub", ""), OidcRefusal.INVALID);
    }

    @Test
    void aCodeCountsOnce() {
        var code = code(RIGHT);
        assertThat(client.redeem(code, marks.nonce(), marks.verifier()).subject())
                .isEqualTo("somebody");

        assertThatExceptionOfType(OidcRefused.class)
                .isThrownBy(() -> client.redeem(code, marks.nonce(), marks.verifier()))
                .matches(refused -> refused.why() == OidcRefusal.INVALID);
    }

    @Test
    void aCodeStolenOnItsWayIsOfNoUseWithoutTheVerifier() {
        var code = code(RIGHT);

        assertThatExceptionOfType(OidcRefused.class)
                .isThrownBy(() -> client.redeem(code, marks.nonce(), Secrets.random()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Manners.class,
            names = {"FAILING", "SLOW", "HUGE", "ELSEWHERE"})
    void aProviderThatFailsDawdlesFloodsOrSendsElsewhereIsAway(Manners how) {
        var begun = System.nanoTime();

        isRefused(RIGHT.behaving(how), OidcRefusal.AWAY);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void aProviderThatIsNotThereIsAway() {
        provider.close();

        assertThatExceptionOfType(OidcRefused.class)
                .isThrownBy(() -> client.askAt(marks))
                .matches(refused -> refused.why() == OidcRefusal.AWAY);
    }

    @Test
    void keysThatChangeAreFollowed() {
        assertThat(redeemed(RIGHT).subject()).isEqualTo("somebody");
        provider.rotate();

        assertThat(redeemed(RIGHT).subject()).isEqualTo("somebody");
        assertThat(provider.fetches()).isEqualTo(2);
    }

    @Test
    void manyTokensWithUnknownKeysMakeFewFetches() {
        assertThat(redeemed(RIGHT).subject()).isEqualTo("somebody");
        for (var i = 0; i < 20; i++) {
            assertThatExceptionOfType(OidcRefused.class).isThrownBy(() -> redeemed(RIGHT.signed(Signing.UNKNOWN_KEY)));
        }

        assertThat(provider.fetches()).isLessThanOrEqualTo(3);
        assertThat(redeemed(RIGHT).subject()).as("known keys go on").isEqualTo("somebody");
    }

    @Test
    void aProviderThatSaysToBeAnotherIsRefused() {
        var other = new OidcClient(settings(provider.issuer() + "/"), Clock.systemUTC());

        assertThatExceptionOfType(OidcRefused.class)
                .isThrownBy(() -> other.askAt(marks))
                .matches(refused -> refused.why() == OidcRefusal.AWAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/token",
                "http://2130706433/token",
                "http://10.0.0.1/token",
                "https://127.0.0.1/token",
                "https://[::1]/token",
                "https://0.0.0.0/token",
                "https://169.254.169.254/latest/meta-data",
                "https://10.0.0.1/token",
                "https://192.168.1.1/token",
                "https://[fd00::1]/token",
                "file:///etc/passwd",
                "gopher://93.184.216.34/token",
                "https://user@93.184.216.34/token",
            })
    void aProviderOutsideIsNotAskedNearerThanItself(String address) {
        var outside = URI.create("https://93.184.216.34");

        assertThatExceptionOfType(OidcRefused.class)
                .isThrownBy(() -> OidcNetwork.require(URI.create(address), outside))
                .matches(refused -> refused.why() == OidcRefusal.AWAY);
    }

    @Test
    void aProviderInsideIsAskedInside() {
        assertThatNoException()
                .isThrownBy(() ->
                        OidcNetwork.require(URI.create("https://10.0.0.2/token"), URI.create("https://10.0.0.1")));
        assertThatNoException()
                .isThrownBy(() ->
                        OidcNetwork.require(URI.create("https://93.184.216.34/token"), URI.create("https://10.0.0.1")));
    }

    @Test
    void whatIsOnlyToldForTheAccessTokenIsAskedForThere() {
        var answer = OpenIdAnswer.of("somebody")
                .telling("email", "ana@oidc.example")
                .telling("email_verified", true)
                .telling("name", "Ana Lima");

        var claims = redeemed(answer);

        assertThat(claims.name()).isEqualTo("Ana Lima");
        assertThat(String.valueOf(claims.verifiedEmail())).contains("ana@oidc.example");
    }

    @Test
    void whatIsToldOfSomebodyElseIsRefused() {
        isRefused(OpenIdAnswer.of("somebody").telling("sub", "another"), OidcRefusal.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "1", "yes", ""})
    void anAddressIsTheirsOnlyWhereTheProviderSaysSo(String verified) {
        var claims = redeemed(RIGHT.with("email_verified", verified));

        assertThat(claims.verifiedEmail()).isNull();
        assertThat(redeemed(RIGHT.with("email_verified", null)).verifiedEmail()).isNull();
        assertThat(redeemed(RIGHT.with("email_verified", "true")).verifiedEmail())
                .isNotNull();
    }

    @Test
    void anotherFactorAtTheProviderIsSeen() {
        assertThat(redeemed(RIGHT.with("amr", List.of("pwd", "mfa"))).strong()).isTrue();
        assertThat(redeemed(RIGHT.with("amr", List.of("pwd"))).strong()).isFalse();
        assertThat(redeemed(RIGHT).strong()).isFalse();
    }

    @Test
    void govbrSaysTheCpfAsTheSubject() {
        var settings = settings(provider.issuer(), "preset", "govbr");
        var federal = new OidcClient(settings, Clock.systemUTC());
        var answer = OpenIdAnswer.of("746.971.314-01")
                .with("email", "nair@oidc.example")
                .with("email_verified", "true")
                .with("name", "NAIR DA CONCEICAO")
                .with("social_name", "Nair Conceição");
        var asked = federal.askAt(marks);
        var code = provider.grant(asked, answer).replaceFirst("code=([^&]*)&.*", "$1");

        var claims = federal.redeem(code, marks.nonce(), marks.verifier());

        assertThat(settings.label()).isEqualTo("Entrar com gov.br");
        assertThat(asked.toString()).contains("govbr_confiabilidades_idtoken");
        assertThat(digits(claims)).isEqualTo("74697131401");
        assertThat(claims.socialName()).isEqualTo("Nair Conceição");
        assertThat(claims.verifiedEmail()).isNotNull();
        assertThat(String.valueOf(federal.leaveAt(claims.hint()).orElseThrow()))
                .startsWith(provider.issuer() + "/logout?post_logout_redirect_uri=https%3A%2F%2Fchamados.example")
                .doesNotContain("id_token_hint");
    }

    private static @Nullable String digits(OidcClaims claims) {
        var cpf = claims.cpf();
        return cpf == null ? null : cpf.digits();
    }

    @Test
    void anyOtherProviderVouchesForNoCpfUnlessTheSettingsSaySo() {
        assertThat(redeemed(OpenIdAnswer.of("746.971.314-01").with("cpf", "746.971.314-01"))
                        .cpf())
                .isNull();
    }

    @Test
    void theProviderIsToldOfTheEnd() {
        var hint = redeemed(RIGHT).hint();

        assertThat(String.valueOf(client.leaveAt(hint).orElseThrow()))
                .startsWith(provider.issuer() + "/logout?")
                .contains("id_token_hint=" + hint, "post_logout_redirect_uri=https%3A%2F%2Fchamados.example");
    }
}
