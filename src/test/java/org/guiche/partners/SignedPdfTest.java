package org.guiche.partners;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.guiche.support.Samples;
import org.junit.jupiter.api.Test;

/** A signature is there, or not, or the file cannot be read; whether it holds nobody says. */
class SignedPdfTest {

    @Test
    void aSignedContractIsToldFromOneThatIsNot() {
        assertThat(SignedPdf.of(Samples.signedPdf())).isEqualTo(Signature.PRESENT);
        assertThat(SignedPdf.of(Samples.unsignedPdf())).isEqualTo(Signature.ABSENT);
    }

    @Test
    void whatIsNoWholePdfCannotBeRead() {
        assertThat(SignedPdf.of(new byte[0])).isEqualTo(Signature.UNREADABLE);
        assertThat(SignedPdf.of(Samples.letters(3000))).isEqualTo(Signature.UNREADABLE);
        assertThat(SignedPdf.of("%PDF-1.7\ncortado".getBytes(ISO_8859_1))).isEqualTo(Signature.UNREADABLE);
        assertThat(SignedPdf.of(("x".repeat(2000) + "%PDF-1.7 startxref").getBytes(ISO_8859_1)))
                .isEqualTo(Signature.UNREADABLE);
    }

    @Test
    void aRangeThatDoesNotFitTheFileIsNoSignature() {
        for (var range : new String[] {
            "[0 10 20 99999999]",
            "[0 99999999 99999999 1]",
            "[5 10 400 5]",
            "[0 10 300",
            "[0 -1 300 5]",
            "[a b c d]",
            "[0 10 9999999999 1]",
            "[0 99999999999999999999 1 1]",
            "[]",
            ""
        }) {
            var pdf = "%PDF-1.7\n<< /Type /Sig /ByteRange " + range + "\n" + "<30" + "0".repeat(600)
                    + ">\nstartxref\n9\n%%EOF";
            assertThat(SignedPdf.of(pdf.getBytes(ISO_8859_1))).as(range).isEqualTo(Signature.ABSENT);
        }
    }

    @Test
    void aWordInTheTextIsNoSignature() {
        var pdf = new String(Samples.unsignedPdf(), ISO_8859_1)
                .replace("startxref", "/Sig /ByteRange assinado\nstartxref");

        assertThat(SignedPdf.of(pdf.getBytes(ISO_8859_1))).isEqualTo(Signature.ABSENT);
    }

    @Test
    void anyBytesHaveAnAnswer() {
        var random = new Random(29);
        for (int i = 0; i < 2000; i++) {
            var bytes = Samples.signedPdf();
            for (int k = 0; k < 5; k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertThat(SignedPdf.of(bytes)).isNotNull();
        }
    }
}
