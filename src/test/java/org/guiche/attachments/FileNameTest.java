package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.text.Normalizer;
import org.guiche.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as the world sends them. */
class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "relatório.pdf|relatório.pdf",
                "../../etc/passwd.txt|passwd.txt",
                "..\\..\\windows\\win.txt|win.txt",
                "/var/lib/nota.txt|nota.txt",
                "C:\\Users\\ana\\Nota.TXT|Nota.TXT",
                "..%2f..%2fnota.txt|..%2f..%2fnota.txt", // these are letters, and stay letters
                "nota.txt/|", // nothing behind the last slash
                "nota\u202Egnp.exe|notagnp.exe",
                "\u2066nota\u2069.txt|nota.txt",
                "nota\u200B\uFEFF\u00AD.txt|nota.txt",
                "nota.txt. . .|nota.txt",
                "nota.txt\u00A0\u2003|nota.txt",
                "  relatório \u3000  final.txt |relatório final.txt",
                "aux<b>con?.txt|aux_b_con_.txt",
                "nota.txt::$DATA|nota.txt__$DATA",
                "con|_con",
                "CON.txt|_CON.txt",
                "nul.tar.zip|_nul.tar.zip",
                "COM1 .txt|_COM1 .txt",
                "lpt9|_lpt9",
                "comum.txt|comum.txt",
                "com10.txt|com10.txt",
                "<script>alert(1)</script>.png|script_.png",
                "a&b;c|a&b;c",
                ".htaccess|.htaccess",
            })
    void whatIsInvisibleOrLeadsElsewhereGoes(String sent, String kept) {
        if (kept == null) {
            assertRefused(sent);
        } else {
            assertThat(FileName.of(sent).value()).isEqualTo(kept);
        }
    }

    @Test
    void controlCharactersGo() {
        assertThat(FileName.of("no\r\nta\t\u0007\u001b.txt").value()).isEqualTo("nota.txt");
        assertThat(FileName.of("nota.txt\u0000.exe").value()).isEqualTo("nota.txt.exe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "...", " . ", "/", "..\\..\\", "\u0000", "\u200B.\u200B", "\u202E"})
    void aNameOfNothingIsRefused(String sent) {
        assertRefused(sent);
    }

    private static void assertRefused(String sent) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> FileName.of(sent))
                .satisfies(refusal -> assertThat(refusal.fields().get(0).key()).isEqualTo("attachments.name.empty"));
    }

    @ParameterizedTest
    @CsvSource({
        "foto.JPG, jpg",
        "a.pdf.exe, exe",
        "a.exe.pdf, pdf",
        "semfim, ''",
        ".txt, ''",
        "a., ''",
        "nota.\u0440df, \u0440df", // a Cyrillic letter that looks like p
        "nota\uFF0Eexe, ''", // a wide dot is no dot
        "nota.exe\u2024txt, exe\u2024txt", // nor is a leader
    })
    void theLastEndingDecidesAndItsCaseDoesNot(String sent, String extension) {
        assertThat(FileName.of(sent).extension()).isEqualTo(extension);
    }

    @ParameterizedTest
    @ValueSource(strings = {"foto.JPG", "FOTO.JpEg", "a.tar.ZIP", "x.Mp4"})
    void permittedEndingsPassInAnyCase(String name) {
        assertThatNoException().isThrownBy(() -> AllowedFiles.DEFAULT.check(FileName.of(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pagina.html",
                "logo.svg",
                "macro.js",
                "a.pdf.scr",
                "a.jsp",
                "nota.txt.htm",
                "semfim",
                ".htaccess",
                ".txt",
                "nota.\u0440df",
                "nota.exe\u2024txt",
                "nota.txt\uFE0F"
            })
    void anyOtherEndingIsRefusedAndNamed(String name) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> AllowedFiles.DEFAULT.check(FileName.of(name)))
                .satisfies(refusal -> assertThat(refusal.fields().get(0).args()).contains(name));
    }

    @Test
    void aLongNameIsCutAndKeepsItsEnding() {
        assertThat(FileName.of("n".repeat(300) + ".txt").value()).hasSize(150).endsWith("n.txt");
        assertThat(FileName.of("n".repeat(300)).value()).hasSize(150);
        assertThat(FileName.of("a." + "n".repeat(300)).value()).hasSize(150);
    }

    @Test
    void aLetterOfTwoHalvesIsNeverCutInTwo() {
        var name = FileName.of("n".repeat(145) + "\uD83D\uDCC4".repeat(50) + ".txt")
                .value();

        assertThat(name).endsWith(".txt").hasSizeLessThanOrEqualTo(150);
        assertThat(name.codePoints()).noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    @Test
    void accentsWrittenInTwoLettersBecomeOne() {
        var apart = Normalizer.normalize("março.txt", Normalizer.Form.NFD);

        assertThat(FileName.of(apart)).isEqualTo(FileName.of("março.txt"));
    }
}
