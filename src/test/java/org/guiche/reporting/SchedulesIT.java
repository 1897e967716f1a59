package org.guiche.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guiche.accounts.Person;
import org.guiche.accounts.PersonAnonymised;
import org.guiche.accounts.Traces;
import org.guiche.channels.Letter;
import org.guiche.reporting.Rhythm.Every;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.CsvText;
import org.guiche.shared.RuleViolation;
import org.guiche.sheets.Format;
import org.guiche.support.People;
import org.guiche.support.TimeTravel;
import org.guiche.tickets.Requests;
import org.guiche.tickets.Tickets;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reports come by mail when they are asked for, once, with what their reader may see at that moment (PRODUCT 9, SECURITY 1 and 3). */
@ExtendWith(ArquillianExtension.class)
class SchedulesIT {

    private static final Rhythm MONDAYS = new Rhythm(Every.WEEK, 1, 9);
    private static final Rhythm DAILY = new Rhythm(Every.DAY, 1, 9);

    @PersistenceContext
    EntityManager em;

    @EJB
    Schedules schedules;

    @EJB
    Mailing mailing;

    @EJB
    Postman postman;

    @EJB
    Tickets tickets;

    @EJB
    Reckoner reckoner;

    @Inject
    ReportMails mails;

    @Inject
    People people;

    @Inject
    TimeTravel time;

    @Inject
    Clock clock;

    @Inject
    Event<PersonAnonymised> anonymised;

    @Resource
    UserTransaction transaction;

    /** What goes out. */
    private record Sent(String recipient, String subject, String body, String name, String text) {}

    @AfterEach
    void nothingIsSentAnyMore() throws Exception {
        run("delete from reporting_schedule");
        run("delete from channels_outbox where kind = 'REPORT'");
    }

    @Test
    void itComesOnceAtItsLocalHourWithTheDaysBefore() throws Exception {
        time.from("2026-11-21T10:00", () -> {
            schedules.save(dashboard(MONDAYS, Span.WEEK, Format.CSV), people.talita());
            time.jump("2026-11-23T08:59");
            postman.look();
            assertThat(sent()).isEmpty();

            time.jump("2026-11-23T09:00");
            postman.look();
            postman.look();

            assertThat(sent()).singleElement().satisfies(mail -> {
                assertThat(mail.recipient()).isEqualTo("talita@guiche.example");
                assertThat(mail.subject()).isEqualTo("Painel: 16 a 22 nov");
                assertThat(mail.body())
                        .contains("16/11/2026 a 22/11/2026", "Criados: ", "(antes: ", "de=2026-11-16&ate=2026-11-22")
                        .contains("/reporting/schedules?relatorio=dashboard");
                assertThat(mail.name()).isEqualTo("painel-2026-11-16-2026-11-22.csv");
                assertThat(mail.text()).contains("16/11/2026 a 22/11/2026", "Números do período");
            });
            assertThat(schedules.of(people.talita()))
                    .singleElement()
                    .extracting(DueSchedule::dueAt)
                    .isEqualTo(TimeTravel.at("2026-11-30T09:00"));
        });
    }

    @Test
    void afterAnOutageItIsOneMailAndNotAFlood() throws Exception {
        time.from("2026-11-02T10:00", () -> {
            schedules.save(dashboard(DAILY, Span.DAY, Format.CSV), people.talita());
            time.jump("2026-11-20T15:00");
            postman.look();
            postman.look();

            assertThat(sent()).singleElement().extracting(Sent::name).isEqualTo("painel-2026-11-19-2026-11-19.csv");
            assertThat(schedules.of(people.talita()))
                    .singleElement()
                    .extracting(DueSchedule::dueAt)
                    .isEqualTo(TimeTravel.at("2026-11-21T09:00"));
        });
    }

    @Test
    void twoNodesAtOnceSendOne() throws Exception {
        time.from("2026-11-22T10:00", () -> {
            for (var report : List.of("unidade=loja", "unidade=erp", "")) {
                schedules.save(new Schedule(Report.DASHBOARD, report, MONDAYS, Span.WEEK, Format.CSV), people.talita());
            }
            time.jump("2026-11-23T09:01");
            var ids = mailing.due();
            var start = new CountDownLatch(1);
            var pool = Executors.newFixedThreadPool(3);
            var running = new ArrayList<Future<Void>>();
            for (int i = 0; i < 3; i++) {
                running.add(pool.submit((Callable<Void>) () -> {
                    start.await(30, TimeUnit.SECONDS);
                    for (var id : ids) {
                        mailing.send(id);
                    }
                    return null;
                }));
            }
            start.countDown();
            pool.shutdown();
            for (var one : running) {
                one.get(60, TimeUnit.SECONDS);
            }

            assertThat(sent()).hasSize(3);
        });
    }

    @Test
    void eachFileCanBeReadBack() throws Exception {
        var talita = people.talita();
        for (var format : List.of(Format.XLSX, Format.PDF, Format.CSV)) {
            var file = file(mails.of(dashboard(MONDAYS, Span.WEEK, format), today(), ReportMails.MOST, talita));
            assertThat(file.name()).endsWith("." + format.word());
            assertThat(text(format, file.bytes())).contains(talita.name());
        }
    }

    private static String text(Format format, byte[] bytes) throws Exception {
        if (format == Format.CSV) {
            return CsvText.of(bytes).text();
        } else if (format == Format.PDF) {
            try (var document = Loader.loadPDF(bytes)) {
                return new PDFTextStripper().getText(document);
            }
        }
        var book = Files.write(Files.createTempFile("guiche", ".xlsx"), bytes);
        try (var zip = new ZipFile(book.toFile())) {
            var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(book);
        }
    }

    @Test
    void aManagersMailHasTheOwnCompanyOnlyAndAPartnersTheOwnTickets() throws Exception {
        var clients = tickets.open(Requests.loja("Por e-mail do cliente"), people.bruno())
                .code()
                .digits();
        var partners = tickets.open(Requests.parceiros(people.company("Casa Jatobá"), null), people.marina())
                .code()
                .digits();
        reckoner.look();

        assertThat(codes(people.joana())).contains(clients).doesNotContain(partners);
        assertThat(codes(people.marina())).contains(partners).doesNotContain(clients);
        assertThat(codes(people.paulo())).doesNotContain(clients).doesNotContain(partners);
        assertThat(codes(people.talita())).contains(clients).contains(partners);
    }

    private String codes(Person person) throws Exception {
        var schedule = new Schedule(Report.TICKETS, "figura=created", DAILY, Span.DAY, Format.CSV);
        var mail = mails.of(schedule, today().plusDays(1), ReportMails.MOST, person);
        return CsvText.of(file(mail).bytes()).text();
    }

    private static Letter.File file(Letter mail) {
        return Objects.requireNonNull(mail.file());
    }

    @Test
    void aFileThatIsTooLargeStaysAndTheMailHasTheWayToIt() throws Exception {
        var mail = mails.of(dashboard(MONDAYS, Span.WEEK, Format.XLSX), today(), 1_000, people.talita());

        assertThat(mail.file()).isNull();
        assertThat(mail.body()).contains("não cabe no e-mail", "/reporting/dashboard?de=");
    }

    @Test
    void whoeverLostTheReportsGetsNone() throws Exception {
        time.from("2026-11-22T10:00", () -> {
            schedules.save(
                    new Schedule(Report.DASHBOARD, "setor=marketing", MONDAYS, Span.WEEK, Format.CSV), people.rafael());
            schedules.save(dashboard(MONDAYS, Span.WEEK, Format.CSV), people.talita());
            givenTo(people.rafael(), people.bruno());
            givenTo(people.talita(), people.joana());
            time.jump("2026-11-23T09:01");
            postman.look();

            assertThat(sent()).singleElement().extracting(Sent::recipient).isEqualTo("joana@jatoba.example");
            assertThat(number("select count(*) from reporting_schedule")).isEqualTo(1);
        });
    }

    @Test
    void whatOnlyTheStaffMaySeeEndsForWhoeverLeftIt() throws Exception {
        time.from("2026-11-22T10:00", () -> {
            schedules.save(
                    new Schedule(Report.TICKETS, "figura=handed_over", MONDAYS, Span.WEEK, Format.CSV),
                    people.talita());
            givenTo(people.talita(), people.joana());
            time.jump("2026-11-23T09:01");
            postman.look();

            assertThat(sent()).isEmpty();
            assertThat(number("select count(*) from reporting_schedule")).isZero();
        });
    }

    /** Rights are those of the row's person: another one stands for the same one with other rights. */
    private void givenTo(Person from, Person to) throws Exception {
        run("update reporting_schedule set person_id = " + to.id() + " where person_id = " + from.id());
    }

    @Test
    void eachSeesAndEndsTheOwnOnly() {
        schedules.save(dashboard(MONDAYS, Span.WEEK, Format.CSV), people.talita());
        schedules.save(dashboard(DAILY, Span.DAY, Format.PDF), people.talita());
        schedules.save(dashboard(DAILY, Span.DAY, Format.PDF), people.rafael());

        schedules.end(Report.DASHBOARD, "", people.rafael());

        assertThat(schedules.of(people.rafael())).isEmpty();
        assertThat(schedules.of(people.talita()))
                .singleElement()
                .extracting(DueSchedule::schedule)
                .isEqualTo(dashboard(DAILY, Span.DAY, Format.PDF));
        assertThatThrownBy(() -> schedules.save(dashboard(DAILY, Span.DAY, Format.PDF), people.bruno()))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void twentyAreEnough() {
        for (int i = 0; i < 20; i++) {
            schedules.save(
                    new Schedule(Report.DASHBOARD, "etiqueta=" + i, DAILY, Span.DAY, Format.PDF), people.talita());
        }

        schedules.save(new Schedule(Report.DASHBOARD, "etiqueta=7", DAILY, Span.WEEK, Format.PDF), people.talita());
        assertThatThrownBy(() -> schedules.save(dashboard(DAILY, Span.DAY, Format.PDF), people.talita()))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void whoeverIsErasedIsSentNothingAndIsInNoFileThatWaits() throws Exception {
        time.from("2026-11-22T10:00", () -> {
            schedules.save(dashboard(MONDAYS, Span.WEEK, Format.CSV), people.talita());
            schedules.save(dashboard(MONDAYS, Span.WEEK, Format.CSV), people.rafael());
            schedules.save(
                    new Schedule(Report.DASHBOARD, "etiqueta=zulmira+anhaia", MONDAYS, Span.WEEK, Format.CSV),
                    people.talita());
            time.jump("2026-11-23T09:01");
            postman.look();

            transaction.begin();
            var name = "zulmira[^0-9a-z]{0,3}anhaia";
            anonymised.fire(new PersonAnonymised(
                    people.rafael().id(),
                    "Pessoa removida 1",
                    "removida1@guiche.invalid",
                    new Traces(name, name, List.of("rafael@guiche.example"))));
            var left = number("select count(*) from reporting_schedule");
            var files = number("select count(*) from channels_outbox_file");
            var mail =
                    number("select count(*) from channels_outbox where kind = 'REPORT' and recipient like 'rafael%'");
            transaction.rollback();

            assertThat(List.of(left, files, mail)).containsExactly(1L, 0L, 0L);
        });
    }

    @Test
    void aFileIsKeptUntilItsMailIsSent() throws Exception {
        time.from("2026-11-22T10:00", () -> {
            schedules.save(dashboard(MONDAYS, Span.WEEK, Format.CSV), people.talita());
            time.jump("2026-11-23T09:01");
            postman.look();
            assertThat(sent()).hasSize(1);

            run("update channels_outbox set sent_at = now() where kind = 'REPORT'");

            assertThat(number("select count(*) from channels_outbox_file")).isZero();
        });
    }

    private static Schedule dashboard(Rhythm rhythm, Span span, Format format) {
        return new Schedule(Report.DASHBOARD, "", rhythm, span, format);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(-3));
    }

    private List<Sent> sent() {
        List<?> rows = em.createNativeQuery("""
                        select m.recipient, m.subject, m.body, f.name, f.bytes from channels_outbox m
                        join channels_outbox_file f on f.mail_id = m.id where m.kind = 'REPORT' order by m.id""").getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Sent(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        CsvText.of((byte[]) row[4]).text()))
                .toList();
    }

    private long number(String sql) {
        return ((Number) em.createNativeQuery(sql).getSingleResult()).longValue();
    }

    private void run(String sql) throws Exception {
        transaction.begin();
        em.createNativeQuery(sql).executeUpdate();
        transaction.commit();
    }
}
