package org.guiche.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.guiche.accounts.AccessKind;
import org.guiche.accounts.AccessLog;
import org.guiche.accounts.AccessRecords;
import org.guiche.accounts.Directory;
import org.guiche.accounts.GroupPeople;
import org.guiche.accounts.Groups;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.Person;
import org.guiche.accounts.PersonSearch;
import org.guiche.accounts.Role;
import org.guiche.attachments.AllowedFiles;
import org.guiche.attachments.Attachments;
import org.guiche.partners.Companies;
import org.guiche.privacy.Incidents.NewIncident;
import org.guiche.privacy.Incidents.Step;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.shared.Phone;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.guiche.support.Site;
import org.guiche.tickets.Assignment;
import org.guiche.tickets.Assignments;
import org.guiche.tickets.Callers;
import org.guiche.tickets.Changes;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Comments;
import org.guiche.tickets.Link;
import org.guiche.tickets.LinkRole;
import org.guiche.tickets.Links;
import org.guiche.tickets.Merges;
import org.guiche.tickets.Merging;
import org.guiche.tickets.NewRating;
import org.guiche.tickets.OpenTicket;
import org.guiche.tickets.Praise;
import org.guiche.tickets.Ratings;
import org.guiche.tickets.Replies;
import org.guiche.tickets.Reply;
import org.guiche.tickets.Solutions;
import org.guiche.tickets.Split;
import org.guiche.tickets.Splits;
import org.guiche.tickets.StatusChange;
import org.guiche.tickets.TextFormat;
import org.guiche.tickets.TicketChange;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.Tickets;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the law on personal data gives to people, and asks of those who keep their data. */
@ExtendWith(ArquillianExtension.class)
class PrivacyIT {

    @EJB
    org.guiche.accounts.People accounts;

    @EJB
    Groups groups;

    @EJB
    AccessLog access;

    @EJB
    AccessRecords records;

    @EJB
    DataRequests requests;

    @EJB
    Decisions decisions;

    @EJB
    Copies copies;

    @EJB
    PrivacyDesk desk;

    @EJB
    Periods periods;

    @EJB
    Incidents incidents;

    @EJB
    Encarregados encarregados;

    @EJB
    ProcessingRecords processing;

    @EJB
    Holds holds;

    @EJB
    Tickets tickets;

    @EJB
    Comments comments;

    @EJB
    Solutions solutions;

    @EJB
    Replies replies;

    @EJB
    Ratings ratings;

    @EJB
    Changes changes;

    @EJB
    Assignments assignments;

    @EJB
    Links links;

    @EJB
    Merges merges;

    @EJB
    Splits splits;

    @EJB
    Attachments attachments;

    @EJB
    Directory directory;

    @EJB
    GroupPeople groupPeople;

    @EJB
    Callers callers;

    @EJB
    Companies companies;

    @Inject
    People people;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private Person member(String name) {
        var id = accounts.register(new NewPerson(
                name,
                new Email(name.split(" ", 2)[0].toLowerCase(java.util.Locale.ROOT) + "." + mark + "@jatoba.example"),
                null,
                new Phone("+5511976543210"),
                null,
                Set.of()));
        groups.join(id, people.bruno().memberships().get(0).groupId(), false, null);
        return accounts.get(id);
    }

    private Person officer() {
        return accounts.get(accounts.register(new NewPerson(
                "Olga Encarregada",
                new Email("olga." + mark + "@guiche.example"),
                null,
                null,
                "uma frase bem longa",
                Set.of(Role.DATA_OFFICER))));
    }

    private TicketCode opened(Person person, String text, UUID... files) {
        return tickets.open(
                        new OpenTicket(
                                "loja",
                                "Privacidade " + mark,
                                Map.of(),
                                text,
                                TextFormat.TEXT,
                                Map.of("pedido", "88121"),
                                null,
                                null,
                                null,
                                null,
                                List.of("terceiro@jatoba.example"),
                                null,
                                List.of(files),
                                Channel.PORTAL,
                                null),
                        person)
                .code();
    }

    private static Reply reply(String text, boolean internal) {
        return new Reply(text, TextFormat.TEXT, internal, List.of(), List.of(), null, null, Channel.PORTAL);
    }

    private void change(String sql, Object... values) throws Exception {
        transaction.begin();
        var query = em.createNativeQuery(sql);
        for (var i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
        transaction.commit();
    }

    private static Map<String, String> unzipped(Copies.Opened copy) throws IOException {
        var found = new HashMap<String, String>();
        try (var zip = new ZipInputStream(copy.bytes())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return found;
    }

    @Test
    void aCopyHasWhatThePersonMaySeeAndNothingElse() throws Exception {
        var nara = member("Nara Teixeira Lobo");
        var bytes = new ByteArrayInputStream(("o meu contrato " + mark).getBytes(UTF_8));
        var file = attachments.store(nara, "contrato.txt", bytes, AllowedFiles.DEFAULT);
        var code = opened(nara, "O frete não soma <script>alert(1)</script>.", file.id());
        replies.add(code, reply("Nota só nossa " + mark, true), people.talita(), null);
        var fixed = replies.add(code, reply("Já corrigimos.", false), people.talita(), null);
        var opinion = new NewRating(2, Set.of(Praise.KINDNESS), "Demorou <b>demais</b>.", Channel.API);
        ratings.rateReply(fixed.message().id(), opinion, nara);
        var others = opened(people.bruno(), "Do Bruno, de mais ninguém " + mark);

        var asked = requests.askCopy(nara);
        assertThat(requests.askCopy(nara).id()).as("asked twice").isEqualTo(asked.id());
        assertThat(asked.dueOn()).isEqualTo(Days.today(clock).plusDays(15));
        desk.look();

        var found = unzipped(copies.open(asked.id(), nara));
        assertThat(found.keySet()).contains("dados.json", "dados.html").hasSize(3);
        assertThat(found.entrySet()).anySatisfy(entry -> {
            assertThat(entry.getKey())
                    .startsWith("anexos/" + code.digits() + "/")
                    .endsWith("-contrato.txt");
            assertThat(entry.getValue()).isEqualTo("o meu contrato " + mark);
        });
        for (var text : List.of(found.get("dados.json"), found.get("dados.html"))) {
            assertThat(text)
                    .contains(
                            "Nara Teixeira Lobo",
                            nara.email(),
                            "O frete não soma",
                            "Já corrigimos.",
                            code.digits(),
                            "Demorou")
                    .doesNotContain(
                            "Nota só nossa", "terceiro@", people.talita().email(), "Do Bruno")
                    .doesNotContain("#" + others.digits(), "\"" + others.digits() + "\"");
        }
        assertThat(found.get("dados.html")).contains("&lt;script&gt;").doesNotContain("<script");
        try (var json = jakarta.json.Json.createReader(new java.io.StringReader(found.get("dados.json")))) {
            assertThat(json.readObject().getJsonArray("chamados")).hasSize(1);
        }
        assertThat(mailsTo(nara.email())).contains("A cópia dos seus dados está pronta");
    }

    @Test
    void aCopyHasTheReportsThatThePersonKeptAndHasSent() throws Exception {
        var nara = member("Nara Teixeira Lobo");
        change(
                "insert into reporting_view (person_id, address, words, name, created_at) values (?1, 'unidade=loja', 'unidade=loja', ?2, now())",
                nara.id(),
                "Minha loja <b>" + mark);
        change(
                "insert into reporting_schedule (person_id, report, address, words, every, day, hour, span, format, due_at, try_at, created_at)"
                        + " values (?1, 'DASHBOARD', ?2, ?2, 'WEEK', 1, 9, 'WEEK', 'XLSX', now() + interval '1 day', now() + interval '1 day', now())",
                nara.id(),
                "etiqueta=" + mark);

        var asked = requests.askCopy(nara);
        desk.look();

        var found = unzipped(copies.open(asked.id(), nara));
        assertThat(found.get("dados.html"))
                .contains("Visões do Painel", "Minha loja &lt;b&gt;" + mark, "Toda segunda, 9h", "etiqueta=" + mark);
        try (var json = jakarta.json.Json.createReader(new java.io.StringReader(found.get("dados.json")))) {
            var all = json.readObject();
            assertThat(all.getJsonArray("visoes").getJsonObject(0).getString("nome"))
                    .isEqualTo("Minha loja <b>" + mark);
            assertThat(all.getJsonArray("relatoriosPorEmail").getJsonObject(0).getString("quando"))
                    .isEqualTo("Toda segunda, 9h");
        }
        change("delete from reporting_schedule where person_id = ?1", nara.id());
    }

    @Test
    void aCopySaysWhatStandsInTheWayOfAFileThatNobodyMayHave() throws Exception {
        var nara = member("Nara Teixeira Lobo");
        var bytes = new ByteArrayInputStream(("com vírus " + mark).getBytes(UTF_8));
        var file = attachments.store(nara, "contrato.txt", bytes, AllowedFiles.DEFAULT);
        var code = opened(nara, "Com vírus.", file.id());
        change(
                "update attachments_content set scan = 'INFECTED', infection = 'Teste', scanned_at = created_at where sha256 = ?1",
                file.sha256());

        var asked = requests.askCopy(nara);
        desk.look();

        var found = unzipped(copies.open(asked.id(), nara));
        var name = "anexos/" + code.digits() + "/" + file.id().toString().substring(0, 8) + "-contrato.txt.txt";
        assertThat(found).hasSize(3).containsEntry(name, "Bloqueado: vírus encontrado");
        assertThat(found.get("dados.json")).contains(name);
    }

    private List<String> mailsTo(String address) {
        List<?> subjects = em.createNativeQuery("select subject from channels_outbox where recipient = ?1")
                .setParameter(1, address)
                .getResultList();
        return subjects.stream().map(String.class::cast).toList();
    }

    @Test
    void aCopyIsForThePersonAloneAndGoesAfterAWeek() throws Exception {
        var nara = member("Nara Teixeira Lobo");
        var asked = requests.askCopy(nara);
        desk.look();

        for (var other : List.of(people.bruno(), people.joana(), people.talita(), people.admin(), officer())) {
            assertThatExceptionOfType(NotFound.class).as(other.name()).isThrownBy(() -> copies.open(asked.id(), other));
        }
        copies.open(asked.id(), nara).bytes().close();
        change(
                "update privacy_request set expires_at = ?2 where id = ?1",
                asked.id(),
                clock.instant().minusSeconds(1).atOffset(java.time.ZoneOffset.UTC));
        desk.look();

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> copies.open(asked.id(), nara));
        assertThat(requests.own(nara)).first().satisfies(one -> {
            assertThat(one.state()).isEqualTo(RequestState.DONE);
            assertThat(one.copy()).isNull();
        });
        assertThat(requests.askCopy(nara).id()).as("a new one").isNotEqualTo(asked.id());
    }

    @Test
    void aCorrectionIsDecidedWithAReasonAndToldByMail() {
        var nara = member("Nara Teixeira Lobo");
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> requests.askCorrection(nara, "  "));

        var asked = requests.askCorrection(nara, "O meu CPF está errado.");
        decisions.approve(asked.id(), "Corrigido pelo documento.", officer());

        assertThat(requests.own(nara)).first().satisfies(one -> {
            assertThat(one.state()).isEqualTo(RequestState.DONE);
            assertThat(one.reason()).isEqualTo("Corrigido pelo documento.");
        });
        assertThat(mailsTo(nara.email())).contains("O seu pedido de correção foi atendido");
    }

    @Test
    void whatTheStaffReadsOfSomebodyIsOnRecordAndOnlyTheDataOfficerReadsThat() throws Exception {
        var nara = member("Nara Teixeira Lobo");
        var code = opened(nara, "Leia-me.");
        tickets.story(code, people.rafael());
        tickets.get(code, people.rafael());
        tickets.story(code, nara);
        tickets.conversation(code, 10, null, people.talita());
        access.write();
        var olga = officer();

        var lines = records.read(new AccessRecords.Which(nara.id(), null, null), olga);

        assertThat(lines)
                .extracting(one -> one.readerId() + " " + one.kind())
                .containsExactlyInAnyOrder(
                        people.rafael().id() + " " + AccessKind.TICKET,
                        people.talita().id() + " " + AccessKind.TICKET,
                        olga.id() + " " + AccessKind.LOG);
        assertThat(lines)
                .filteredOn(one -> one.kind() == AccessKind.TICKET)
                .allSatisfy(one -> assertThat(one.ticketId()).isEqualTo(code.number()));
        for (var other : List.of(people.admin(), people.talita(), nara)) {
            assertThatExceptionOfType(AccessDenied.class)
                    .as(other.name())
                    .isThrownBy(() -> records.read(new AccessRecords.Which(null, null, null), other));
        }
        transaction.begin();
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(
                        () -> em.createNativeQuery("update accounts_access set reader_id = ?1 where subject_id = ?2")
                                .setParameter(1, people.admin().id())
                                .setParameter(2, nara.id())
                                .executeUpdate());
        transaction.rollback();
    }

    @Test
    void whoeverStandsInAListThatTheStaffReadsIsOnRecordByTheOwnNumber() throws Exception {
        var nara = member("Nara Lista " + mark);
        var company = companies.get(people.company("Casa Jatobá"), people.rafael());
        directory.find(PersonSearch.of("Lista " + mark), 10, null, people.admin());
        groupPeople.list(company.groupId(), 1000, people.admin());
        callers.search("Lista " + mark, company, people.rafael());
        var code = opened(people.bruno(), "De outro.");
        groups.join(nara.id(), company.groupId(), true, null);
        comments.add(code, reply("Também sou eu.", false), accounts.get(nara.id()));
        tickets.story(code, people.talita());
        directory.find(PersonSearch.of("Lista " + mark).in(Set.of(company.groupId())), 10, null, people.joana());
        access.write();
        var olga = officer();

        assertThat(records.read(new AccessRecords.Which(nara.id(), null, null), olga))
                .filteredOn(one -> one.readerId() != olga.id())
                .extracting(one -> one.readerId() + " " + one.kind())
                .containsExactlyInAnyOrder(
                        people.admin().id() + " " + AccessKind.LIST,
                        people.rafael().id() + " " + AccessKind.LIST,
                        people.talita().id() + " " + AccessKind.TICKET);
    }

    @Test
    void theDataOfficerSeesEveryTicketAndWritesNone() {
        var code = opened(people.bruno(), "Com o Bruno.");
        var other = opened(people.bruno(), "Outro.");
        var marinas = tickets.open(
                        new OpenTicket(
                                "parceiros",
                                null,
                                Map.of("titulo", "Cupom"),
                                "<p>Não aplica.</p>",
                                TextFormat.HTML,
                                Map.of("tipo", "erro", "produto", "ECOMMERCE", "modulo", "Marketing › Cupons"),
                                "erro",
                                null,
                                people.company("Casa Jatobá"),
                                null,
                                List.of(),
                                null,
                                List.of(),
                                Channel.PORTAL,
                                null),
                        people.marina())
                .code();
        var olga = officer();
        assertThat(tickets.get(code, olga).code()).isEqualTo(code);
        assertThat(tickets.get(marinas, olga).code()).isEqualTo(marinas);

        for (var write : writes(code, other, olga)) {
            assertThatExceptionOfType(AccessDenied.class).isThrownBy(write::run);
        }
        assertThat(tickets.get(code, olga).version())
                .isEqualTo(tickets.get(code, people.talita()).version());
    }

    private List<Runnable> writes(TicketCode code, TicketCode other, Person who) {
        return List.of(
                () -> changes.change(code, TicketChange.toTags(List.of("x"), Channel.API), who, null),
                () -> changes.changeStatus(code, new StatusChange("resolvido", null, null, Channel.API), who, null),
                () -> assignments.assign(code, new Assignment(null, Channel.API), who, null),
                () -> links.add(code, new Link(LinkRole.RELATED, other, Channel.API), who, null),
                () -> merges.merge(code, new Merging(other, Channel.API), who, null),
                () -> splits.split(code, new Split(List.of(1L), null, Channel.API), who, null),
                () -> replies.add(code, reply("Nota", true), who, null),
                () -> replies.add(code, reply("Resposta", false), who, null),
                () -> comments.add(code, reply("Comentário", false), who),
                () -> solutions.confirm(code, who, Channel.API),
                () -> opened(who, "Meu"));
    }

    @Test
    void howLongThingsAreKeptIsSaidWithinTheLawTriedFirstAndKeptByHolds() throws Exception {
        var nara = member("Nara Teixeira Lobo");
        var rafael = people.rafael();
        for (var who : List.of(nara.id(), people.bruno().id())) {
            change(
                    "insert into accounts_access (subject_id, hour, reader_id, kind, at) values (?1, ?2, ?3, 'LIST', ?2) on conflict do nothing",
                    who,
                    clock.instant().minus(Duration.ofDays(400)).atOffset(java.time.ZoneOffset.UTC),
                    rafael.id());
        }
        var admin = people.admin();
        assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> periods.all(rafael));
        assertThatExceptionOfType(RuleViolation.class)
                .as("less than six months")
                .isThrownBy(() -> periods.keep("accounts_access", 183, admin));
        holds.ofPerson(nara.id(), "Processo", null, admin);

        var trial = periods.trial("accounts_access", 390, admin);
        assertThat(trial.due()).isGreaterThanOrEqualTo(1);
        assertThat(periods.trial("accounts_access", 410, admin).due()).isZero();
        assertThat(countOld()).isEqualTo(2);
        assertThat(periods.all(admin))
                .extracting(one -> one.kind().table())
                .contains(
                        "accounts_access",
                        "accounts_device",
                        "accounts_token",
                        "channels_notification",
                        "channels_outbox",
                        "tickets_draft");

        forgetting.forget();

        assertThat(countOld()).as("what is held stays").isEqualTo(1);
        var hold = holds.all(admin).stream()
                .filter(one -> one.personId() != null && one.personId() == nara.id())
                .findFirst()
                .orElseThrow();
        holds.lift(hold.id(), admin);
        forgetting.forget();
        assertThat(countOld()).isZero();
    }

    @EJB
    org.guiche.accounts.Forgetting forgetting;

    @Inject
    org.guiche.privacy.web.Foot foot;

    private long countOld() {
        return ((Number) em.createNativeQuery("select count(*) from accounts_access where at < ?1")
                        .setParameter(
                                1, clock.instant().minus(Duration.ofDays(395)).atOffset(java.time.ZoneOffset.UTC))
                        .getSingleResult())
                .longValue();
    }

    @Test
    void anIncidentIsToldInThreeBusinessDaysAndNobodyTakesItAway() throws Exception {
        var olga = officer();
        var nara = member("Nara Teixeira Lobo");
        var code = opened(nara, "Vazou.");
        var friday = Instant.parse("2026-02-06T15:00:00Z");
        assertThatExceptionOfType(AccessDenied.class)
                .isThrownBy(() -> incidents.record(new NewIncident("x", "y", friday, true), people.admin()));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> incidents.record(new NewIncident(" ", "y", friday, true), olga));

        var made =
                incidents.record(new NewIncident("Planilha enviada a outro", "Nomes e e-mails.", friday, true), olga);

        assertThat(made.dueAt()).as("the Wednesday, until midnight").isEqualTo("2026-02-12T02:59:00Z");
        assertThat(incidents.add(made.id(), code.toString(), olga)).isEqualTo(1);
        assertThat(incidents.add(made.id(), people.bruno().email(), olga)).isEqualTo(2);
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> incidents.add(made.id(), "nada", olga));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> incidents.done(made.id(), Step.CLOSED, olga));
        incidents.done(made.id(), Step.AUTHORITY_TOLD, olga);
        incidents.done(made.id(), Step.PEOPLE_TOLD, olga);
        incidents.done(made.id(), Step.CLOSED, olga);
        assertThat(incidents.get(made.id(), olga)).satisfies(one -> {
            assertThat(one.isOwed()).isFalse();
            assertThat(one.people())
                    .containsExactlyInAnyOrder(nara.id(), people.bruno().id());
            assertThat(one.closedAt()).isNotNull();
        });
        transaction.begin();
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() ->
                        em.createNativeQuery("delete from privacy_incident").executeUpdate());
        transaction.rollback();
    }

    @Test
    void whoAnswersForDataStandsAtTheFootOfEveryPage() throws Exception {
        var home = new URL("http", "127.0.0.1", request.getLocalPort(), "/");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> encarregados.name(new Encarregado("", "dpo@guiche.example", false), people.admin()));
        encarregados.name(new Encarregado("", "dpo@guiche.example", true), people.admin());

        encarregados.name(new Encarregado("Olga <b>" + mark, "dpo@guiche.example", false), people.admin());
        foot.forget();

        assertThat(Site.at(home).get("/accounts/signin").body())
                .contains("mailto:dpo@guiche.example", "Olga &lt;b&gt;" + mark);
        assertThat(Site.at(home).as("bruno@jatoba.example").get("/").body())
                .contains("mailto:dpo@guiche.example", "/privacy/mydata");
    }

    @Test
    void theRecordOfWhatIsDoneWithDataOpensInASpreadsheet() {
        var csv = processing.csv(officer());

        assertThat(csv).startsWith("\uFEFF\"Tratamento\";\"Dados\"").contains("\"Chamados e mensagens\";", "\r\n");
        assertThat(csv.lines().skip(1).filter(line -> line.startsWith("\""))).hasSizeGreaterThan(6);
        assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> processing.csv(people.admin()));
    }
}
