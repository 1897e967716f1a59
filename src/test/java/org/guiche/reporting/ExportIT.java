package org.guiche.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.guiche.accounts.AccessLog;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.CsvTable;
import org.guiche.shared.CsvTable.Line;
import org.guiche.shared.CsvText;
import org.guiche.shared.TooMany;
import org.guiche.sheets.Format;
import org.guiche.support.People;
import org.guiche.tickets.Assignment;
import org.guiche.tickets.Assignments;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Figure;
import org.guiche.tickets.Replies;
import org.guiche.tickets.Reply;
import org.guiche.tickets.Requests;
import org.guiche.tickets.TextFormat;
import org.guiche.tickets.Tickets;
import org.guiche.units.Sectors;
import org.guiche.units.Units;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is exported is what its reader sees on the page, and nothing else (PRODUCT 9, SECURITY 1, 6 and 32). */
@ExtendWith(ArquillianExtension.class)
class ExportIT {

    private static final int AT_ONCE = 4;
    private static final OptionalInt NONE = OptionalInt.empty();

    @PersistenceContext
    EntityManager em;

    @EJB
    Tickets tickets;

    @EJB
    Assignments assignments;

    @EJB
    Replies replies;

    @EJB
    Reports reports;

    @EJB
    Reckoner reckoner;

    @EJB
    AccessLog access;

    @Inject
    Exports exports;

    @Inject
    People people;

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    @Inject
    Clock clock;

    @Test
    void clientAndPartnerEachExportTheirOwnAgentsTheirWorkAndTheStaffBoth() throws IOException {
        var clients = tickets.open(Requests.loja("Exportado do cliente"), people.bruno())
                .code()
                .digits();
        var partners = tickets.open(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina())
                .code()
                .digits();
        reckoner.look();

        assertThat(codes(people.joana())).contains(clients).doesNotContain(partners);
        assertThat(codes(people.marina())).contains(partners).doesNotContain(clients);
        assertThat(codes(people.paulo())).doesNotContain(clients, partners);
        assertThat(codes(people.rafael())).doesNotContain(clients, partners);
        assertThat(codes(people.talita())).contains(clients, partners);
    }

    @Test
    void theFileHasAsManyTicketsAsTheFigureSays() throws IOException {
        tickets.open(Requests.loja("Contado"), people.bruno());
        reckoner.look();

        for (var person : List.of(people.joana(), people.marina(), people.talita())) {
            var dashboard = reports.dashboard(Cut.of(days()), person);
            var created = dashboard.flow().total(Figure.CREATED, days()).n();
            assertThat(codes(person)).hasSize((int) created);
            assertThat(lines(dashboard(Cut.of(days()), person)))
                    .anySatisfy(line -> assertThat(line).startsWith("Criados", String.valueOf(created)));
        }
    }

    @Test
    void theDashboardHasTheFiguresOfEachTableOfItsPage() throws IOException {
        var talita = people.talita();
        var all = reports.dashboard(Cut.of(days()), talita);
        var lines = lines(dashboard(Cut.of(days()), talita));

        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("Backlog", String.valueOf(all.openAt(days().to()))));
        for (var line : reports.breakdown(Cut.of(days()), Dimension.SECTOR, talita)) {
            var name = sectors.get(Long.parseLong(line.key())).name();
            assertThat(lines).anySatisfy(one -> {
                assertThat(one).hasSize(10).startsWith(name);
                assertThat(one.subList(4, 8))
                        .containsExactly(
                                String.valueOf(line.created()),
                                String.valueOf(line.solved()),
                                String.valueOf(line.open()),
                                String.valueOf(line.onHold()));
            });
        }
    }

    @Test
    void whatATargetAsksForStandsBesideWhatWasKept() throws IOException {
        answeredInTime();
        reckoner.look();

        var csv = lines(target(Format.CSV, OptionalInt.of(1)));
        assertThat(csv).contains(List.of("Meta", "1%"));
        assertThat(csv)
                .filteredOn(line -> line.size() == 5 && line.get(0).equals("1ª resposta"))
                .singleElement()
                .satisfies(line -> assertThat(line.get(2)).isEqualTo("na meta"));
        assertThat(csv)
                .as("lines of sectors")
                .anySatisfy(line -> assertThat(line).hasSize(11).startsWith("Setor", "No prazo", "Meta"));
        assertThat(pdf(target(Format.PDF, OptionalInt.of(1)))).contains("Meta: 1%", "na meta");
        assertThat(sheets(target(Format.XLSX, OptionalInt.of(1)))).contains(">Meta<", ">1%<", ">na meta<");
        assertThat(CsvText.of(target(Format.CSV, NONE)).text()).doesNotContain("Meta", "na meta");
    }

    private void answeredInTime() {
        var code = tickets.open(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina())
                .code();
        var words = new Reply("Pronto.", TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.API);
        replies.add(code, words, people.talita(), null);
    }

    private byte[] target(Format format, OptionalInt target) throws IOException {
        return export(
                new ReportRequest(Report.DASHBOARD, format, Cut.of(days()), Dimension.SECTOR, Slice.open(), target),
                people.talita());
    }

    private static String sheets(byte[] xlsx) throws IOException {
        var all = new StringBuilder();
        var file = Files.write(Files.createTempFile("painel", ".xlsx"), xlsx);
        try (var zip = new ZipFile(file.toFile())) {
            for (var page : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(page).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return all.toString();
    }

    @Test
    void itsFirstLinesSayWhatItIsOfWhatAndForWhom() throws IOException {
        var unit = units.all().stream()
                .filter(one -> one.key().equals("loja"))
                .findFirst()
                .orElseThrow();
        var sector = sectors.all().stream()
                .filter(one -> one.key().equals("suporte"))
                .findFirst()
                .orElseThrow();
        var cut = new Cut(
                days(), unit.id(), sector.id(), people.rafael().id(), null, null, null, Channel.PORTAL, null, "=frete");

        var lines = lines(export(
                new ReportRequest(Report.TICKETS, Format.CSV, cut, Dimension.SECTOR, Slice.of(Figure.CREATED), NONE),
                people.talita()));

        assertThat(lines.get(0)).containsExactly("Chamados");
        assertThat(lines)
                .contains(
                        List.of("Chamados", "Criados"),
                        List.of("Unidade", unit.name()),
                        List.of("Setor", sector.name()),
                        List.of("Analista", people.rafael().name()),
                        List.of("Canal", "Portal"),
                        List.of("Etiqueta", "'=frete"),
                        List.of("Exportado por", people.talita().name()));
        assertThat(lines).anySatisfy(line -> assertThat(line.get(0)).isEqualTo("Período"));
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.get(0)).isEqualTo("Exportado em");
            assertThat(line.get(1)).matches("\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d");
        });
    }

    @Test
    void aCustomersFileSaysNothingOfSectorsAgentsAndNotes() throws IOException {
        var code = tickets.open(Requests.loja("Sem bastidores"), people.bruno()).code();
        assignments.assign(code, new Assignment(people.rafael().id(), Channel.PORTAL), people.talita(), null);
        reckoner.look();

        for (var format : List.of(Format.CSV, Format.PDF)) {
            var bytes = export(tickets(format, Slice.of(Figure.CREATED)), people.joana());
            var text = format == Format.CSV ? CsvText.of(bytes).text() : pdf(bytes);
            assertThat(text.replaceAll("\\s+", " ")).contains("Sem bastidores", "Assunto");
            assertThat(text).doesNotContain("Setor", "Analista");
            assertThat(text.lines().filter(line -> line.startsWith(code.digits())))
                    .singleElement()
                    .asString()
                    .doesNotContain(people.rafael().name());
        }
        assertThat(CsvText.of(dashboard(Cut.of(days()), people.joana())).text())
                .doesNotContain("Setor", "Trocas de mãos", "Tempo em cada status", "Escalonamento");
    }

    private static String pdf(byte[] bytes) throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document)
                    + document.getDocumentInformation().getCOSObject();
        }
    }

    @Test
    void whatIsRefusedOnThePageIsRefusedHere() {
        var ofAnAgent = new Cut(days(), null, null, people.rafael().id(), null, null, null, null, null, null);

        refused(() -> dashboard(Cut.of(days()), people.bruno()));
        refused(() -> export(tickets(Format.CSV, Slice.of(Figure.CREATED)), people.bruno()));
        refused(() -> dashboard(ofAnAgent, people.joana()));
        refused(() -> export(tickets(Format.JSON, Slice.of(Figure.HANDED_OVER)), people.joana()));
        refused(() -> export(
                new ReportRequest(Report.DASHBOARD, Format.CSV, Cut.of(days()), Dimension.AGENT, Slice.open(), NONE),
                people.marina()));
    }

    private static void refused(ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOf(AccessDenied.class);
    }

    @Test
    void whoExportsTicketsIsOnRecordAsWhoListsThem() throws IOException {
        var bruno = people.bruno();
        tickets.open(Requests.loja("Quem leu"), bruno);
        reckoner.look();

        codes(people.talita());
        access.write();

        assertThat(reads(bruno, people.talita())).isPositive();
    }

    private long reads(Person subject, Person reader) {
        return ((Number) em.createNativeQuery(
                                "select count(*) from accounts_access where subject_id = ?1 and reader_id = ?2 and kind = 'LIST'")
                        .setParameter(1, subject.id())
                        .setParameter(2, reader.id())
                        .getSingleResult())
                .longValue();
    }

    @Test
    void aFifthAtOnceWaitsForItsTurn() throws Exception {
        var held = new CountDownLatch(AT_ONCE);
        var goOn = new CountDownLatch(1);
        var talita = people.talita();
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        var running = new ArrayList<Future<Void>>();
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                var export = exports.prepare(tickets(Format.CSV, Slice.of(Figure.CREATED)), talita);
                running.add(pool.submit((Callable<Void>) () -> {
                    export.writeTo(new Slow(held, goOn));
                    return null;
                }));
            }
            assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(() -> codes(talita)).isInstanceOf(TooMany.class);
        } finally {
            goOn.countDown();
            pool.shutdown();
        }
        for (var one : running) {
            one.get(30, TimeUnit.SECONDS);
        }
        assertThat(codes(talita)).isNotEmpty();
    }

    /** A reader who takes the first bytes and then nothing until told so. */
    private static final class Slow extends OutputStream {

        private final CountDownLatch held;
        private final CountDownLatch goOn;

        private Slow(CountDownLatch held, CountDownLatch goOn) {
            this.held = held;
            this.goOn = goOn;
        }

        @Override
        public void write(int one) throws IOException {
            held.countDown();
            try {
                if (!goOn.await(60, TimeUnit.SECONDS)) {
                    throw new IOException("nobody said go on");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    private List<String> codes(Person person) throws IOException {
        var lines = lines(export(tickets(Format.CSV, Slice.of(Figure.CREATED)), person));
        var from = lines.stream().map(line -> line.get(0)).toList().indexOf("Código");
        return lines.subList(from + 1, lines.size()).stream()
                .map(line -> line.get(0))
                .toList();
    }

    private ReportRequest tickets(Format format, Slice slice) {
        return new ReportRequest(Report.TICKETS, format, Cut.of(days()), Dimension.UNIT, slice, NONE);
    }

    private byte[] dashboard(Cut cut, Person person) throws IOException {
        var by = person.isStaff() ? Dimension.SECTOR : Dimension.UNIT;
        return export(new ReportRequest(Report.DASHBOARD, Format.CSV, cut, by, Slice.open(), NONE), person);
    }

    private byte[] export(ReportRequest asked, Person person) throws IOException {
        var out = new ByteArrayOutputStream();
        exports.prepare(asked, person).writeTo(out);
        return out.toByteArray();
    }

    private static List<List<String>> lines(byte[] csv) {
        var table = CsvTable.read(CsvText.of(csv).text(), Map.of()::containsKey, 100_000);
        var lines = new ArrayList<List<String>>();
        lines.add(table.headings().cells());
        table.lines().stream().map(Line::cells).forEach(lines::add);
        return lines;
    }

    /** With a day on either side: units are in zones of their own. */
    private Period days() {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new Period(day.minusDays(1), day.plusDays(1));
    }
}
