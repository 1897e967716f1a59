package org.guiche.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final Pattern DARK = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @Test
    void whatIsDrawnSaysWhatItWasDrawnFor() throws Exception {
        var uri = "otpauth://totp/Guich%C3%AA:ana%40jatoba.example?secret=GEZDGNBVGY3TQOJQ&issuer=Guich%C3%AA";

        var code = QrCode.of(uri);

        var read = new BitMatrix(code.size() - 8); // without the border
        DARK.matcher(code.path())
                .results()
                .forEach(dot -> read.set(Integer.parseInt(dot.group(1)) - 4, Integer.parseInt(dot.group(2)) - 4));
        assertThat(new Decoder().decode(read).getText()).isEqualTo(uri);
    }

    @Test
    void aQuietBorderOfFourSurroundsIt() {
        var code = QrCode.of("otpauth://totp/x");

        assertThat(DARK.matcher(code.path()).results())
                .isNotEmpty()
                .allSatisfy(dot -> assertThat(Integer.parseInt(dot.group(1))).isBetween(4, code.size() - 5));
    }
}
