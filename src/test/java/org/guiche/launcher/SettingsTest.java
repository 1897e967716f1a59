package org.guiche.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void nothingHasToBeSet() {
        var settings = read(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.address()).isEqualTo("0.0.0.0");
        assertThat(settings.baseUrl()).isEqualTo("http://localhost:8080");
        assertThat(settings.localAddress()).isEqualTo("http://localhost:8080/");
        assertThat(settings.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.database()).isEmpty();
        assertThat(settings.demo()).isFalse();
    }

    @Test
    void aDemoIsForThisMachineOnly() {
        assertThat(read(Map.of("GUICHE_DEMO", "true")).address()).isEqualTo("127.0.0.1");
    }

    @Test
    void thePublicAddressFollowsThePortUnlessItIsSet() {
        assertThat(read(Map.of("GUICHE_HTTP_PORT", "9090")).baseUrl()).isEqualTo("http://localhost:9090");
        assertThat(read(Map.of("GUICHE_BASE_URL", "https://chamados.example/")).baseUrl())
                .isEqualTo("https://chamados.example");
    }

    @Test
    void argumentsCountBeforePropertiesBeforeTheEnvironmentBeforeTheFile() throws IOException {
        var file = Files.writeString(folder.resolve("guiche.properties"), "guiche.http.port=1\nguiche.demo=true\n");
        var environment = Map.of("GUICHE_CONFIG", file.toString(), "GUICHE_HTTP_PORT", "2");
        var system = new Properties();
        var none = new String[0];

        assertThat(Settings.read(none, system, Map.of("GUICHE_CONFIG", file.toString()))
                        .port())
                .isEqualTo(1);
        assertThat(Settings.read(none, system, environment).port()).isEqualTo(2);
        system.setProperty("guiche.http.port", "3");
        assertThat(Settings.read(none, system, environment).port()).isEqualTo(3);
        var settings = Settings.read(new String[] {"guiche.http.port=4"}, system, environment);
        assertThat(settings.port()).isEqualTo(4);
        assertThat(settings.demo()).isTrue();
    }

    @Test
    void anEmptyValueIsNone() {
        assertThat(read(Map.of("GUICHE_HTTP_PORT", " ", "GUICHE_DB_URL", "")).port())
                .isEqualTo(8080);
    }

    @ParameterizedTest
    @CsvSource({
        "guiche.http.port, 80a",
        "guiche.http.port, 0",
        "guiche.http.port, 65536",
        "guiche.http.port, -1",
        "guiche.http.address, 300.1.1.1",
        "guiche.http.public, health",
        "guiche.base.url, chamados.example",
        "guiche.base.url, ftp://chamados.example",
        "guiche.base.url, https://chamados.example/?a=b",
        "guiche.demo, sim",
        "guiche.db.url, postgresql://localhost/guiche",
        "guiche.db.url, jdbc:mysql://localhost/guiche",
        "guiche.smtp.url, smtp.example",
        "guiche.imap.url, imap.example/INBOX",
        "guiche.attachments.store, /var/lib/guiche",
        "guiche.attachments.store, s3://",
        "guiche.attachments.store, s3://anexos?endpoint=servidor:9000",
        "guiche.attachments.store, s3://anexos?segredo=abc",
        "guiche.attachments.scanner, clamd://localhost",
        "guiche.attachments.scanner.away, deny",
        "guiche.attachments.quarantine.days, sempre",
        "guiche.oidc.issuer, issuer.example",
        "guiche.oidc.issuer, http://issuer.example",
        "guiche.oidc.preset, google",
        "guiche.oidc.roles, suporte",
        "guiche.oidc.roles, suporte=CHEFE",
        "guiche.oidc.roles, suporte=AGENT_N1;",
        "guiche.oidc.create, sim",
        "guiche.oidc.domains, @ipe.example",
    })
    void aValueOfTheWrongShapeIsRefusedWithItsSource(String name, String value) {
        assertThatThrownBy(() -> Settings.read(new String[] {name + "=" + value}, new Properties(), Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.sentence())
                                .contains(name, SettingNames.shape(name).sentence(), "linha de comando"));
    }

    @ParameterizedTest
    @CsvSource({
        "guiche.oidc.issuer, https://entrada.example/realms/ipe",
        "guiche.oidc.issuer, http://127.0.0.1:9090",
        "guiche.oidc.issuer, http://localhost:9090/",
        "guiche.oidc.preset, govbr",
        "guiche.attachments.store, s3://anexos",
        "guiche.attachments.store, s3://anexos?endpoint=http://127.0.0.1:9000&region=sa-east-1&prefix=guiche/",
        "guiche.attachments.s3.key, chave",
        "'guiche.oidc.roles', 'suporte=AGENT_N1; cn=chefes,dc=ipe=SUPERVISOR'",
        "'guiche.oidc.domains', 'ipe.example, outra.com.br'",
    })
    void aValueOfTheRightShapeIsTaken(String name, String value) {
        assertThat(Settings.read(new String[] {name + "=" + value}, new Properties(), Map.of())
                        .value(name))
                .contains(value);
    }

    @Test
    void aRefusalNeverShowsTheValueForItMayHoldAPassword() {
        assertThatThrownBy(() -> read(Map.of("GUICHE_SMTP_URL", "smpt://ana:segredo@mail.example")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.sentence()).doesNotContain("segredo"));
        assertThat(new DatabaseAddress(
                        "jdbc:postgresql://ana:segredo@db.example/guiche?password=segredo",
                        java.util.Optional.empty(),
                        java.util.Optional.empty()))
                .hasToString("jdbc:postgresql://db.example/guiche");
    }

    @Test
    void anUnknownNameIsRefusedWithTheOneThatWasMeant() {
        assertThatThrownBy(() -> Settings.read(new String[] {"guiche.htpp.port=1"}, new Properties(), Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.sentence()).contains("guiche.htpp.port", "Seria guiche.http.port?"));
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() ->
                        read(Map.of("GUICHE_CONFIG", folder.resolve("none").toString())))
                .isInstanceOf(Refusal.class)
                .hasMessage("launcher.config.missing");
    }

    @Test
    void anArgumentWithoutANameIsRefused() {
        assertThatThrownBy(() -> Settings.read(new String[] {"--help"}, new Properties(), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage("launcher.argument.bad");
    }

    private static Settings read(Map<String, String> environment) {
        return Settings.read(new String[0], new Properties(), environment);
    }
}
