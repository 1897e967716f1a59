package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Test
    void theFirstTenCodesAreThoseOfRfc4226() {
        var codes = List.of(
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489");

        for (var step = 0; step < codes.size(); step++) {
            assertThat(Totp.code(SECRET, step)).isEqualTo(codes.get(step));
        }
    }

    /** The last six of the eight figures of RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesOfTheseMomentsAreThoseOfRfc6238(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-31, false", "-30, true", "-1, true", "0, true", "29, true", "59, true", "60, false"})
    void aClockMayBeOneStepAheadOrBehind(long seconds, boolean opens) {
        var middle = Instant.ofEpochSecond(30_000);
        var code = Totp.code(SECRET, Totp.step(middle));

        assertThat(Totp.stepOf(SECRET, code, middle.plusSeconds(seconds)).isPresent())
                .isEqualTo(opens);
    }

    @Test
    void whatIsNoCodeOpensNothing() {
        for (var typed : List.of("", "1234567", "ABCDEF", "١٢٣٤٥٦")) {
            assertThat(Totp.stepOf(SECRET, typed, Instant.EPOCH)).as(typed).isEmpty();
        }
    }

    @Test
    void aSecretIsWrittenAsRfc4648SaysAndInGroupsOfFour() {
        assertThat(Base32.of("foobarfoob".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOJTG633C");
        assertThat(Base32.of("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
        var high = new byte[5];
        Arrays.fill(high, (byte) 0xff);
        assertThat(Base32.of(high)).isEqualTo("77777777");
        assertThat(Base32.grouped("MZXW6YTBOJTG633C")).isEqualTo("MZXW 6YTB OJTG 633C");
    }
}
