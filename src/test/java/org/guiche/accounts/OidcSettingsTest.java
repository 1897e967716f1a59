package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operator may say about sign-in through a provider. */
class OidcSettingsTest {

    private static final Map<String, String> LEAST = Map.of(
            "guiche.oidc.issuer", "https://entrada.example",
            "guiche.oidc.client.id", "guiche",
            "guiche.oidc.client.secret", "segredo");

    private static Optional<OidcSettings> read(Map<String, String> more) {
        var all = new HashMap<>(LEAST);
        all.putAll(more);
        return OidcSettings.of(name -> Optional.ofNullable(all.get(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuer", "client.id", "client.secret"})
    void withoutOneOfTheThreeNobodySignsInThatWay(String missing) {
        assertThat(read(Map.of("guiche.oidc." + missing, " "))).isEmpty();
    }

    @Test
    void whatIsNotSaidIsAsCarefulAsItCanBe() {
        var settings = read(Map.of()).orElseThrow();

        assertThat(settings.creates()).isFalse();
        assertThat(settings.trusted()).isFalse();
        assertThat(settings.named()).isEmpty();
        assertThat(settings.names().cpf()).isEmpty();
        assertThat(settings.scopes()).containsExactly("openid", "email", "profile");
        assertThat(settings.label()).isEqualTo("Entrar com a conta da empresa");
    }

    @Test
    void aGroupStandsForTheRolesThatAreNamedAndForNoOther() {
        var settings = read(Map.of(
                        "guiche.oidc.roles",
                        "suporte=AGENT_N1; cn=chefes,dc=ipe=SUPERVISOR ;cn=chefes,dc=ipe=AGENT_N2"))
                .orElseThrow();

        assertThat(settings.named()).containsExactlyInAnyOrder(Role.AGENT_N1, Role.AGENT_N2, Role.SUPERVISOR);
        assertThat(settings.given(List.of("suporte", "Administradores", "ADMINISTRATOR")))
                .containsExactly(Role.AGENT_N1);
        assertThat(settings.given(List.of("cn=chefes,dc=ipe")))
                .containsExactlyInAnyOrder(Role.AGENT_N2, Role.SUPERVISOR);
    }

    @Test
    void onlyAddressesOfTheDomainsThemselvesComeIn() {
        var settings = read(Map.of("guiche.oidc.domains", "Ipe.example, outra.example"))
                .orElseThrow();

        assertThat(settings.admits(new Email("ana@ipe.example"))).isTrue();
        assertThat(settings.admits(new Email("ana@sub.ipe.example"))).isFalse();
        assertThat(settings.admits(new Email("ana@naoipe.example"))).isFalse();
        assertThat(settings.admits(new Email("ana@ipe.example.evil.example"))).isFalse();
    }

    @Test
    void theSecretIsInNoText() {
        assertThat(read(Map.of()).orElseThrow().toString()).doesNotContain("segredo");
    }

    @Test
    void claimsAreTheSameOnceTheyWereKept() {
        var claims = new OidcClaims(
                "https://entrada.example",
                "sujeito",
                "Ana Lima",
                "Aninha",
                new Email("ana@ipe.example"),
                true,
                new Cpf("52998224725"),
                List.of("suporte"),
                true,
                "dica");

        assertThat(OidcClaims.of(claims.json())).isEqualTo(claims);
    }
}
