package org.guiche.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.guiche.shared.CsvTable;
import org.guiche.shared.CsvTable.Line;
import org.guiche.shared.CsvText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written into files, as programs that are not ours read it back (SECURITY 32). */
class ExportWritingTest {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final Head HEAD = new Head(
            "tickets",
            "Chamados",
            List.of(
                    new Head.Line("Período", Cell.of("06/11/2026 a 19/11/2026")),
                    new Head.Line("Setor", Cell.of("=Envio")),
                    new Head.Line("Exportado em", new Cell.Moment(Instant.parse("2026-11-19T17:20:00Z"), ZONE))));
    private static final List<Heading> HEADINGS = List.of(
            new Heading("subject", "Assunto", 30),
            new Heading("count", "Quantos", 8),
            new Heading("mean", "Média", 8),
            new Heading("share", "No prazo", 8),
            new Heading("day", "Dia", 10),
            new Heading("at", "Aberto em", 16),
            new Heading("took", "Levou", 8));

    private static List<Cell> row(String subject) {
        return List.of(
                Cell.of(subject),
                Cell.of(-1234L),
                new Cell.Decimal(4.56),
                Cell.share(934, 1000),
                Cell.of(LocalDate.of(2026, 11, 9)),
                new Cell.Moment(Instant.parse("2026-11-09T02:05:00Z"), ZONE),
                Cell.of(Duration.ofHours(52).plusMinutes(5)));
    }

    private static byte[] file(Format format, List<Cell> row) throws IOException {
        var out = new Kept();
        var sheet = format.write(out, HEAD);
        sheet.table("tickets", "", HEADINGS);
        sheet.row(row);
        sheet.end();
        assertThat(out.closed).isFalse();
        return out.toByteArray();
    }

    /** Whoever sends a file has the stream to end. */
    private static final class Kept extends ByteArrayOutputStream {

        private boolean closed;

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void csvSaysWhatItIsInItsFirstLinesAndIsReadAsWritten() throws IOException {
        var written = CsvText.of(file(Format.CSV, row("Frete; \"caro\"\ne lento")));

        assertThat(written.text()).startsWith("Chamados\r\nPeríodo;06/11/2026 a 19/11/2026\r\nSetor;'=Envio\r\n");
        var read = CsvTable.read(written.text(), "Chamados"::equals, 20);
        assertThat(read.lines())
                .extracting(Line::cells)
                .containsExactly(
                        List.of("Período", "06/11/2026 a 19/11/2026"),
                        List.of("Setor", "'=Envio"),
                        List.of("Exportado em", "19/11/2026 14:20"),
                        List.of("Assunto", "Quantos", "Média", "No prazo", "Dia", "Aberto em", "Levou"),
                        List.of(
                                "Frete; \"caro\"\ne lento",
                                "-1234",
                                "4,6",
                                "93,4%",
                                "09/11/2026",
                                "08/11/2026 23:05",
                                "52:05"));
        assertThat(written.charset()).isEqualTo("UTF-8");
        assertThat(file(Format.CSV, row("x"))).startsWith(0xEF, 0xBB, 0xBF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+55 11 4002-8922",
                "-2+3",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "  =cmd|' /C calc'!A0",
                "\u00A0=1+1",
                "＝1+1",
                "a;=1+1",
                "a,=HYPERLINK(\"http://mal.example\")",
                "a\t@SUM(A1)",
                "a\"=1+1",
                "a\n=1+1"
            })
    void noTextIsReckonedOut(String text) throws IOException {
        var csv = CsvText.of(file(Format.CSV, row(text))).text();
        var separators = text.startsWith("a") ? List.of(";", ",", "\t", "\n", "\"") : List.of(";");
        for (var separator : separators) {
            assertThat(csv.split(separator, -1))
                    .allSatisfy(cell ->
                            assertThat(cell.replaceFirst("^\\s*\"?", "")).doesNotMatch("(?s)[=+@＝].*|-(?!1234).*"));
        }

        var cell = workbook(file(Format.XLSX, row(text))).get(0).get(5).getCell(0);
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getFormula()).isNull();
        assertThat(cell.asString().strip()).isEqualTo(text.strip());
    }

    @Test
    void cellsOfAWorkbookHaveTheTypeOfTheirKind() throws IOException {
        var rows = workbook(file(Format.XLSX, row("Frete"))).get(0);

        assertThat(rows.get(0).getCellText(0)).isEqualTo("Chamados");
        assertThat(rows.get(2).getCellText(1)).isEqualTo("=Envio");
        assertThat(rows.get(2).getCell(1).getType()).isEqualTo(CellType.STRING);
        assertThat(rows.get(3).getCell(1).asDate()).isEqualTo(LocalDateTime.of(2026, 11, 19, 14, 20));
        var row = rows.get(5);
        assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("-1234");
        assertThat(row.getCell(2).asNumber()).isEqualByComparingTo("4.56");
        assertThat(row.getCell(3).asNumber()).isEqualByComparingTo("0.934");
        assertThat(row.getCell(3).getDataFormatString()).isEqualTo("0.0%");
        assertThat(row.getCell(4).asDate()).isEqualTo(LocalDateTime.of(2026, 11, 9, 0, 0));
        assertThat(row.getCell(4).getDataFormatString()).isEqualTo("dd/mm/yyyy");
        assertThat(row.getCell(5).asDate()).isEqualTo(LocalDateTime.of(2026, 11, 8, 23, 5));
        assertThat(row.getCell(6).asNumber().doubleValue() * 24 * 60).isBetween(3124.99, 3125.01);
        assertThat(row.getCell(6).getDataFormatString()).isEqualTo("[h]:mm");
    }

    @Test
    void aTableThatIsLongerThanAPageOfAWorkbookGoesOnOnAnother() throws IOException {
        var out = new ByteArrayOutputStream();
        var sheet = new XlsxSheet(out, HEAD, 10);
        sheet.table("tickets", "Um nome: com [sinais] que é longo demais para uma aba", HEADINGS);
        for (int i = 0; i < 9; i++) {
            sheet.row(row("Linha " + i));
        }
        sheet.end();

        var pages = workbook(out.toByteArray());
        assertThat(pages).hasSize(3);
        assertThat(pages)
                .allSatisfy(rows -> assertThat(rows.get(0).getCellText(0)).isEqualTo("Chamados"));
        assertThat(pages.get(2).get(5).getCellText(0)).isEqualTo("Linha 8");
    }

    private static List<List<Row>> workbook(byte[] bytes) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
            return book.getSheets()
                    .map(sheet -> {
                        try {
                            return sheet.read();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    @Test
    void pdfIsReadAsWrittenWithItsHeadingsOnEveryPageAndAnySignInIt() throws IOException {
        var out = new ByteArrayOutputStream();
        var sheet = Format.PDF.write(out, HEAD);
        sheet.table("tickets", "Por setor", HEADINGS);
        for (int i = 0; i < 90; i++) {
            sheet.row(row("Coração nº " + i + " 😀 日本\u0007 " + "x".repeat(80)));
        }
        sheet.note("E mais nada.");
        sheet.end();

        try (var document = Loader.loadPDF(out.toByteArray())) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Período: 06/11/2026 a 19/11/2026", "Por setor", "93,4%", "-1234", "E mais nada.");
            assertThat(text).contains("Coração nº 0", "Coração nº 89", "1 / " + document.getNumberOfPages());
            assertThat(text.split("Aberto em", -1)).hasSize(document.getNumberOfPages() + 1);
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
        }
    }

    @Test
    void jsonHasEachValueAsProgramsWriteIt() throws IOException {
        var bytes = file(Format.JSON, row("Frete"));

        try (var reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            var report = reader.readObject();
            assertThat(report.getString("report")).isEqualTo("tickets");
            assertThat(report.getJsonArray("about").getJsonObject(1).getString("value"))
                    .isEqualTo("=Envio");
            var row = report.getJsonArray("tables")
                    .getJsonObject(0)
                    .getJsonArray("rows")
                    .getJsonObject(0);
            assertThat(row.getInt("count")).isEqualTo(-1234);
            assertThat(row.getString("day")).isEqualTo("2026-11-09");
            assertThat(row.getString("at")).isEqualTo("2026-11-09T02:05:00Z");
            assertThat(row.getString("took")).isEqualTo("PT52H5M");
        }
    }

    @Test
    void whatNobodyEndedDoesNotLookWhole() throws IOException {
        for (var format : List.of(Format.XLSX, Format.PDF, Format.JSON)) {
            var out = new ByteArrayOutputStream();
            var sheet = format.write(out, HEAD);
            sheet.table("tickets", "", HEADINGS);
            for (int i = 0; i < 2000; i++) {
                sheet.row(row("Linha " + i));
            }

            var whole = new String(out.toByteArray(), StandardCharsets.ISO_8859_1);
            assertThat(whole)
                    .as(format.name())
                    .doesNotContain("%%EOF", "workbook.xml")
                    .doesNotEndWith("}");
        }
    }

    @Test
    void rowsOfSpreadsheetsLeaveAsTheyAreWritten() throws IOException {
        for (var format : List.of(Format.CSV, Format.XLSX, Format.JSON)) {
            var sent = new long[1];
            var out = new OutputStream() {
                @Override
                public void write(int one) {
                    sent[0]++;
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    sent[0] += length;
                }
            };
            var sheet = format.write(out, HEAD);
            sheet.table("tickets", "", HEADINGS);
            long before = sent[0];
            for (int i = 0; i < 20_000; i++) {
                sheet.row(row("Linha " + i));
            }
            assertThat(sent[0] - before).as(format.name()).isGreaterThan(50_000);
        }
    }

    @Test
    void hundredsOfThousandsOfRowsDoNotStayInMemory() throws IOException {
        for (var format : List.of(Format.CSV, Format.XLSX, Format.JSON)) {
            var sheet = format.write(OutputStream.nullOutputStream(), HEAD);
            sheet.table("tickets", "", HEADINGS);
            write(sheet, 5_000);
            long before = used();
            write(sheet, 200_000);
            assertThat(used() - before).as("heap for " + format).isLessThan(8L * 1024 * 1024);
            sheet.end();
        }
    }

    private static void write(Sheet sheet, int rows) throws IOException {
        for (int i = 0; i < rows; i++) {
            sheet.row(row("Assunto de umas palavras, número " + i));
        }
    }

    private static long used() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
