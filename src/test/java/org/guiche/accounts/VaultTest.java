package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

    private static final byte[] SECRET = "vinte bytes de segredo".getBytes(StandardCharsets.UTF_8);

    private static byte[] key(int fill) {
        var key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return key;
    }

    private final Vault vault = new Vault(List.of(key(1)));

    @Test
    void whatIsSealedIsReadAgainAndLooksDifferentEachTime() {
        var sealed = vault.seal(SECRET, "de Ana");

        assertThat(vault.open(sealed, "de Ana")).isEqualTo(SECRET);
        assertThat(new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
                .doesNotContain("segredo");
        assertThat(vault.seal(SECRET, "de Ana")).isNotEqualTo(sealed);
    }

    @Test
    void whatWasSealedForOneOpensForNobodyElse() {
        var sealed = vault.seal(SECRET, "de Ana");

        assertThatIllegalStateException().isThrownBy(() -> vault.open(sealed, "de Bruno"));
    }

    @Test
    void whatWasChangedDoesNotOpen() {
        var bytes = Base64.getDecoder().decode(vault.seal(SECRET, "de Ana"));
        bytes[bytes.length - 1] ^= 1;
        var changed = Base64.getEncoder().encodeToString(bytes);

        assertThatIllegalStateException().isThrownBy(() -> vault.open(changed, "de Ana"));
    }

    @Test
    void aFormerKeyOpensAndIsReplacedByTheFirst() {
        var both = new Vault(List.of(key(2), key(1)));
        var old = vault.seal(SECRET, "de Ana");

        assertThat(both.open(old, "de Ana")).isEqualTo(SECRET);
        var renewed = both.renew(old, "de Ana");
        assertThat(new Vault(List.of(key(2))).open(renewed, "de Ana")).isEqualTo(SECRET);
        assertThat(both.renew(renewed, "de Ana")).isEqualTo(renewed);
    }

    @Test
    void withoutItsKeyItDoesNotOpen() {
        var sealed = vault.seal(SECRET, "de Ana");

        assertThatIllegalStateException()
                .isThrownBy(() -> new Vault(List.of(key(3))).open(sealed, "de Ana"))
                .withMessageContaining("not among");
    }

    @Test
    void theFirstStartMakesAKeyThatTheNextOnesRead(@TempDir Path data) throws Exception {
        var folder = data.resolve("keys");
        var first = KeyFile.ofFolder(folder);

        assertThat(first).singleElement().satisfies(key -> assertThat(key).hasSize(32));
        assertThat(KeyFile.ofFolder(folder).get(0)).isEqualTo(first.get(0));
        assertThat(KeyFile.ofFolder(data.resolve("other")).get(0)).isNotEqualTo(first.get(0));
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing is left beside it").hasSize(1);
        }
    }

    @Test
    void onlyTheOwnerReadsTheKey(@TempDir Path data) throws Exception {
        KeyFile.ofFolder(data.resolve("keys"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys/secret.key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "não é base64", "AAAA"})
    void aKeyThatIsNoneIsToldAndNotReplaced(String text, @TempDir Path data) throws Exception {
        Files.writeString(data.resolve("secret.key"), text);

        assertThatIllegalStateException()
                .isThrownBy(() -> KeyFile.ofFolder(data))
                .withMessageContaining("32 bytes");
        assertThat(data.resolve("secret.key")).hasContent(text);
    }
}
