package org.guiche.shared;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as spreadsheets save them: read as they were meant, or refused with the line; written so that nothing in them is reckoned out. */
class CsvTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Set<String> HEADINGS = Set.of("Nome", "CNPJ", "E-mail");

    private static CsvTable read(String text) {
        return CsvTable.read(text, HEADINGS::contains, 5);
    }

    private static List<String> said(CsvTable table) {
        return table.lines().stream()
                .map(line -> line.number() + " " + String.join("|", line.cells()))
                .toList();
    }

    private static void isRefused(String key, long line, Runnable reading) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(reading::run)
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key))
                .satisfies(refusal ->
                        assertThat(((Number) refusal.args().get(0)).longValue()).isEqualTo(line));
    }

    @ParameterizedTest
    @CsvSource({"';'", "','", "'\t'"})
    void whatStandsBetweenTheCellsIsFoundByTheHeadings(char between) {
        var table = read("Nome;CNPJ\nCasa, a grande;1\n".replace(';', between).replace("a,", "a"));

        assertThat(table.separator()).isEqualTo(between);
        assertThat(table.headings().cells()).containsExactly("Nome", "CNPJ");
        assertThat(table.lines().get(0).cells()).hasSize(2);
    }

    @Test
    void quotesHoldSeparatorsQuotesAndLineBreaksAndLinesKeepTheirNumbers() {
        var table = read("Nome;CNPJ\r\n\"Casa; \"\"Jatobá\"\"\r\nLtda\";1\r\n\r\n;;\r\n Loja ;2");

        assertThat(said(table)).containsExactly("2 Casa; \"Jatobá\"\r\nLtda|1", "6 Loja|2");
    }

    @Test
    void aLineMayHaveMoreOrFewerCellsThanTheHeadings() {
        assertThat(said(read("Nome;CNPJ\na\nb;1;x"))).containsExactly("2 a", "3 b|1|x");
    }

    @Test
    void aQuoteThatIsWrongOrNeverClosedIsRefusedWithItsLine() {
        isRefused("shared.csv.quote", 3, () -> read("Nome;CNPJ\na;1\n\"b\"x;2\n"));
        isRefused("shared.csv.unclosed", 4, () -> read("Nome;CNPJ\n\"a\nx\";1\n\"b;2\nc;3\n"));
    }

    @Test
    void anEmptyTableAndOneThatIsTooLongAreRefused() {
        isRefused("shared.csv.lines", 5, () -> read("Nome\n1\n2\n3\n4\n5\n6\n"));
        assertThat(read("Nome\n1\n2\n3\n4\n5\n").lines()).hasSize(5);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> read(" \n;;\n"))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("shared.csv.empty"));
    }

    @Test
    void lettersAreReadAsTheyWereWritten() {
        var text = "Nome\nSão José — ação\n";

        assertThat(CsvText.of(text.getBytes(UTF_8))).isEqualTo(new CsvText(text, "UTF-8"));
        assertThat(CsvText.of(("\uFEFF" + text).getBytes(UTF_8))).isEqualTo(new CsvText(text, "UTF-8"));
        assertThat(CsvText.of(text.getBytes(WINDOWS))).isEqualTo(new CsvText(text, "windows-1252"));
    }

    @Test
    void bytesThatAreNoLettersAreRefusedWithTheirLine() {
        isRefused(
                "shared.csv.bytes",
                3,
                () -> CsvText.of(joined("Nome\nSão\n".getBytes(UTF_8), "ação".getBytes(WINDOWS))));
        isRefused(
                "shared.csv.bytes",
                2,
                () -> CsvText.of(joined("\uFEFFNome\n".getBytes(UTF_8), "é\n".getBytes(WINDOWS))));
        isRefused("shared.csv.bytes", 2, () -> CsvText.of(new byte[] {'a', '\r', '\n', (byte) 0x81, '\n'}));
        isRefused("shared.csv.control", 2, () -> CsvText.of("Nome\na\u0000b".getBytes(UTF_8)));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> CsvText.of("Nome".getBytes(UTF_16)))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("shared.csv.utf16"));
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** SECURITY 32. */
    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+55 11", "-2", "@soma", "\t=1", "\r=1", " =cmd|' /C calc'!A0", "\u00A0=1", "\uFF1D1"})
    void whatASpreadsheetWouldReckonOutIsWrittenAsAText(String cell) throws IOException {
        var out = new ByteArrayOutputStream();

        CsvWriting.write(out, List.of(List.of("Nome", "Por quê"), List.of(cell, "diz \"não\"; e\nmais")));

        var written = CsvText.of(out.toByteArray());
        assertThat(out.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        var read = CsvTable.read(written.text().replace("\u0001", ""), "Nome"::equals, 5);
        assertThat(read.lines()).hasSize(1);
        assertThat(read.lines().get(0).cells()).containsExactly("'" + cell, "diz \"não\"; e\nmais");
    }

    @Test
    void anythingElseIsWrittenAsItIs() {
        assertThat(List.of("Casa Jatobá", "a=1", "", "12.ABC.345/01DE-35"))
                .allSatisfy(cell -> assertThat(CsvWriting.harmless(cell)).isEqualTo(cell));
    }
}
