package org.guiche.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.guiche.support.ClamDaemon;
import org.guiche.support.ScriptedClamd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** clamd's protocol, with the real daemon and with such as speak it badly. */
class ClamdTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    @Test
    void theDaemonSaysWhoItIsAndFindsWhatIsThere() throws IOException {
        try (var daemon = ClamDaemon.started()) {
            var clamd = at(daemon.port(), Duration.ofSeconds(20));

            assertThat(clamd.version()).startsWith("ClamAV ");
            assertThat(scan(clamd, "Pedido 88121".getBytes(UTF_8))).isEqualTo(Verdict.CLEAN);
            assertThat(scan(clamd, new byte[0])).isEqualTo(Verdict.CLEAN);
            assertThat(scan(clamd, ClamDaemon.eicar())).isEqualTo(new Verdict(ClamDaemon.FOUND, null));
            for (var place : new int[] {65_500, 131_000, 1_000_000}) {
                assertThat(scan(clamd, within(1_100_000, place)).infection())
                        .as("across two pieces")
                        .isEqualTo(ClamDaemon.FOUND);
            }
            assertThat(scan(clamd, new byte[ClamDaemon.MOST]).failure()).isNull();
            assertThat(scan(clamd, new byte[ClamDaemon.MOST + 1]).failure()).isEqualTo(ScanFailure.TOO_LARGE);
            assertThat(scan(clamd, new byte[8 * ClamDaemon.MOST]).failure()).isEqualTo(ScanFailure.TOO_LARGE);
        }
    }

    @Test
    void everyByteGoesOverAsItIsAndSomebodyHearsThatItGoesOn() throws IOException {
        var bytes = new byte[300_000];
        new Random(5).nextBytes(bytes);
        var steps = new AtomicInteger();
        try (var scripted = ScriptedClamd.saying("stream: OK")) {
            var verdict = at(scripted.port(), PATIENCE).scan(new ByteArrayInputStream(bytes), steps::incrementAndGet);

            assertThat(verdict).isEqualTo(Verdict.CLEAN);
            assertThat(steps).hasValueGreaterThan(4);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stream: OK, ,",
        "stream: Eicar-Test FOUND, Eicar-Test,",
        "stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND, , TOO_LARGE",
        "INSTREAM size limit exceeded. ERROR, , TOO_LARGE",
        "stream: Can't allocate memory ERROR, , REFUSED",
        "UNKNOWN COMMAND, , REFUSED",
        "OK, , REFUSED",
        "stream: FOUND, , REFUSED",
        "'', , REFUSED",
    })
    void onlyAPlainYesIsClean(String line, String infection, ScanFailure failure) {
        try (var scripted = ScriptedClamd.saying(line)) {
            assertThat(scan(at(scripted.port(), PATIENCE), new byte[100])).isEqualTo(new Verdict(infection, failure));
        }
    }

    @Test
    void whatStandsStillIsSlow() {
        try (var silent = ScriptedClamd.silent();
                var pondering = ScriptedClamd.pondering()) {
            assertThat(scan(at(silent.port(), PATIENCE), new byte[100]).failure())
                    .isEqualTo(ScanFailure.SLOW);
            assertThat(scan(at(silent.port(), PATIENCE), new byte[20_000_000]).failure())
                    .as("nor takes any bytes")
                    .isEqualTo(ScanFailure.SLOW);
            assertThat(scan(at(pondering.port(), PATIENCE), new byte[100]).failure())
                    .isEqualTo(ScanFailure.SLOW);
        }
    }

    @Test
    void whatIsNotThereIsAwayAndWhatHangsUpMayHaveCrashed() {
        assertThat(scan(at(ClamDaemon.freePort(), PATIENCE), new byte[100]).failure())
                .isEqualTo(ScanFailure.AWAY);
        var nowhere = new Clamd(InetSocketAddress.createUnresolved("scanner.invalid", 3310), PATIENCE);
        assertThat(scan(nowhere, new byte[100]).failure()).isEqualTo(ScanFailure.AWAY);
        try (var hangingUp = ScriptedClamd.hangingUp()) {
            assertThat(scan(at(hangingUp.port(), PATIENCE), new byte[5_000_000]).failure())
                    .isEqualTo(ScanFailure.CRASHED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000_000, 50_000_000})
    void aRefusalInTheMiddleIsHeard(int size) {
        try (var interrupting = ScriptedClamd.interrupting("INSTREAM size limit exceeded. ERROR")) {
            assertThat(scan(at(interrupting.port(), Duration.ofSeconds(5)), new byte[size])
                            .failure())
                    .isIn(ScanFailure.TOO_LARGE, ScanFailure.CRASHED); // a reset may overtake what was said
        }
    }

    @Test
    void bytesThatCannotBeReadAreNoFaultOfTheScanner() throws IOException {
        var broken = InputStream.nullInputStream();
        broken.close();
        try (var scripted = ScriptedClamd.saying("stream: OK")) {
            assertThatThrownBy(() -> at(scripted.port(), PATIENCE).scan(broken, () -> {}))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    private static byte[] within(int size, int place) {
        var bytes = new byte[size];
        Arrays.fill(bytes, (byte) 'a');
        System.arraycopy(ClamDaemon.eicar(), 0, bytes, place, ClamDaemon.eicar().length);
        return bytes;
    }

    private static Verdict scan(Clamd clamd, byte[] bytes) {
        return clamd.scan(new ByteArrayInputStream(bytes), () -> {});
    }

    private static Clamd at(int port, Duration patience) {
        return new Clamd(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), patience);
    }
}
