package org.guiche.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.guiche.accounts.AccountRequests;
import org.guiche.accounts.ClientAddress;
import org.guiche.accounts.Erasure;
import org.guiche.accounts.ErasurePlan;
import org.guiche.accounts.Groups;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.Person;
import org.guiche.accounts.Role;
import org.guiche.accounts.SignIn;
import org.guiche.accounts.SignInResult;
import org.guiche.accounts.Tokens;
import org.guiche.attachments.AllowedFiles;
import org.guiche.attachments.Attachments;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.shared.Phone;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.guiche.tickets.Changes;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Comments;
import org.guiche.tickets.DraftContent;
import org.guiche.tickets.DraftWindow;
import org.guiche.tickets.Drafts;
import org.guiche.tickets.NewRating;
import org.guiche.tickets.OpenTicket;
import org.guiche.tickets.Ratings;
import org.guiche.tickets.Replies;
import org.guiche.tickets.Reply;
import org.guiche.tickets.ReplyDrafts;
import org.guiche.tickets.StatusChange;
import org.guiche.tickets.TextFormat;
import org.guiche.tickets.TicketChange;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.Tickets;
import org.guiche.units.Configuration;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Z16: a person is gone from wherever there is a text, and what is told and counted of tickets stays (LGPD, art. 16 and 18). */
@ExtendWith(ArquillianExtension.class)
class AnonymisationIT {

    @EJB
    org.guiche.accounts.People accounts;

    @EJB
    Groups groups;

    @EJB
    Tokens tokens;

    @EJB
    SignIn signIn;

    @EJB
    AccountRequests forgotten;

    @EJB
    Erasure erasure;

    @EJB
    DataRequests requests;

    @EJB
    RequestWork work;

    @EJB
    PrivacyDesk desk;

    @EJB
    Holds holds;

    @EJB
    Configuration configuration;

    @EJB
    Tickets tickets;

    @EJB
    Comments comments;

    @EJB
    Ratings ratings;

    @EJB
    Replies replies;

    @EJB
    Changes changes;

    @EJB
    Drafts drafts;

    @EJB
    ReplyDrafts replyDrafts;

    @EJB
    Attachments attachments;

    @Inject
    People people;

    @Inject
    Clock clock;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String middle = mark.chars()
            .mapToObj(digit -> String.valueOf((char) ('a' + Character.digit(digit, 16))))
            .collect(java.util.stream.Collectors.joining());
    private final String full = "Zuleica " + middle + " Nóbrega";
    private final String plain = "Zuleica " + middle + " Nobrega";
    private final String inFile = "zuleica_" + middle + "_nobrega";
    private final String email = "zuleica." + mark + "@jatoba.example";
    private final Cpf cpf = cpf();
    private final Phone phone = new Phone("+55119" + (10_000_000 + Math.abs(mark.hashCode() % 80_000_000)));

    /** Another one each time, with the digits that belong to it. */
    private static Cpf cpf() {
        var nine = Integer.toString(100_000_000 + Math.abs(UUID.randomUUID().hashCode() % 800_000_000));
        for (var end = 0; end < 100; end++) {
            var digits = nine + String.format("%02d", end);
            if (Cpf.looksLike(digits)) {
                return new Cpf(digits);
            }
        }
        throw new IllegalStateException(nine);
    }

    private Person zuleica() {
        return member(new NewPerson(full, new Email(email), cpf, phone, "uma frase bem longa", Set.of()));
    }

    private Person member(NewPerson person) {
        var id = accounts.register(person);
        groups.join(id, people.bruno().memberships().get(0).groupId(), false, null);
        return accounts.get(id);
    }

    private Person namesake() {
        return member(new NewPerson(
                "Zuleica Prado", new Email("prado." + mark + "@jatoba.example"), null, null, null, Set.of()));
    }

    private Person officer() {
        return accounts.get(accounts.register(new NewPerson(
                "Olga Encarregada",
                new Email("olga." + mark + "@guiche.example"),
                null,
                null,
                null,
                Set.of(Role.DATA_OFFICER))));
    }

    private OpenTicket about(String subject, String text, List<String> cc, List<UUID> files) {
        return new OpenTicket(
                "loja",
                subject,
                Map.of(),
                text,
                TextFormat.TEXT,
                Map.of("pedido", cpf.digits()),
                null,
                null,
                null,
                null,
                cc,
                null,
                files,
                Channel.PORTAL,
                null);
    }

    private static Reply reply(String text, boolean internal, List<String> cc, List<UUID> files) {
        return new Reply(text, TextFormat.TEXT, internal, cc, files, null, null, Channel.PORTAL);
    }

    private UUID file(Person owner, String name) {
        var bytes = new ByteArrayInputStream(
                ("conteúdo " + UUID.randomUUID()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return attachments.store(owner, name, bytes, AllowedFiles.DEFAULT).id();
    }

    /** All that a person leaves behind: what was written by, to and about her, in her own tickets and in those of others. */
    private TicketCode life(Person she, Person namesake) throws Exception {
        var talita = people.talita();
        var bruno = people.bruno();
        var code = tickets.open(
                        about(
                                "Cadastro de " + full,
                                "Sou " + plain + ", CPF " + cpf.formatted() + " (" + cpf.digits()
                                        + "), telefone " + phone.formatted() + ", ou " + phone.e164() + ", e-mail "
                                        + email.toUpperCase(java.util.Locale.ROOT) + ".",
                                List.of("outra@jatoba.example"),
                                List.of(file(she, "contrato_" + inFile + ".txt"))),
                        she)
                .code();
        var number = phone.formatted().substring(5);
        replies.add(
                code,
                reply(
                        full.toUpperCase(java.util.Locale.ROOT) + " ligou do " + number + ".",
                        true,
                        List.of(),
                        List.of()),
                talita,
                null);
        replies.add(
                code,
                reply("Olá, Zuleica!", false, List.of(email), List.of(file(talita, "CPF " + cpf.formatted() + ".txt"))),
                talita,
                null);
        changes.change(
                code,
                new TicketChange(
                        Channel.PORTAL,
                        "Troca do cadastro de " + full,
                        null,
                        null,
                        null,
                        List.of(email, "outra@jatoba.example"),
                        List.of(email),
                        null),
                talita,
                null);
        comments.add(code, reply("Obrigada. " + email, false, List.of(), List.of()), she);

        var others = tickets.open(
                        about("Pedido do Bruno", "Quem sabe é a " + full + ".", List.of(email), List.of()), bruno)
                .code();
        replies.add(others, reply("Perguntei a " + email + ".", true, List.of(), List.of()), talita, null);
        tickets.open(
                about("Zuleica Prado pede ajuda", "Zuleica Prado, do financeiro.", List.of(), List.of()), namesake);

        var draft = drafts.current(she);
        drafts.save(
                DraftWindow.on(draft),
                DraftContent.NOTHING.with(DraftContent.Request.NOTHING.withSubject(full, Map.of())),
                she);
        replyDrafts.save(others, new ReplyDrafts.ReplyDraft("<p>Falar com " + email + "</p>", true), talita);
        tokens.issue(she, "Planilha de " + full, List.of("read"), null);
        forgotten.password(email, ClientAddress.of("192.0.2." + (1 + Math.abs(mark.hashCode() % 200))));
        signIn.authenticate(cpf.digits(), "uma frase bem longa", ClientAddress.of("198.51.100.7"), null);
        keptAnswer("{\"requester\":{\"name\":\"" + full + "\"}}");
        solve(code);
        ratings.rate(code, new NewRating(4, Set.of(), "Fui atendida, " + full + ".", Channel.PORTAL), she);
        return code;
    }

    private void keptAnswer(String body) throws Exception {
        change(
                "insert into shared_idempotency (caller, key, request_hash, status, body, created_at) values ('x', ?1, 'x', 201, ?2, now())",
                "chave " + mark,
                body);
    }

    private void solve(TicketCode code) {
        changes.changeStatus(code, new StatusChange("resolvido", null, null, Channel.PORTAL), people.talita(), null);
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

    /** Every text of every table, whatever its type: where one of these words stands. */
    private List<String> found(String... words) {
        List<?> columns = em.createNativeQuery("""
                        select cast(c.table_name as text), cast(c.column_name as text), cast(c.data_type as text)
                        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
                            and c.data_type in ('text', 'character varying', 'jsonb', 'json', 'bytea', 'tsvector', 'ARRAY')""").getResultList();
        assertThat(columns).hasSizeGreaterThan(80);
        var places = new ArrayList<String>();
        for (var row : columns) {
            var column = (Object[]) row;
            var text = column[2].equals("bytea")
                    ? "encode(%s, 'escape')".formatted(column[1])
                    : "cast(%s as text)".formatted("\"" + column[1] + "\"");
            for (var word : words) {
                var count = (Number)
                        em.createNativeQuery("select count(*) from %s where position(lower(?1) in lower(%s)) > 0"
                                        .formatted(column[0], text))
                                .setParameter(1, word)
                                .getSingleResult();
                if (count.longValue() > 0) {
                    places.add(column[0] + "." + column[1] + ": " + word);
                }
            }
        }
        return places;
    }

    private String[] identity() {
        var local = phone.formatted().substring(5);
        return new String[] {
            full,
            plain,
            inFile,
            email,
            cpf.digits(),
            cpf.formatted(),
            phone.e164().substring(3),
            phone.formatted(),
            local
        };
    }

    private Map<String, Long> figures() {
        var figures = new java.util.TreeMap<String, Long>();
        List<?> rows = em.createNativeQuery("""
                        select 'status ' || status_id || ' of ' || group_id || ' ' || version, count(*) from tickets_ticket group by 1
                        union all select 'messages', count(*) from tickets_message
                        union all select 'events ' || type, count(*) from tickets_event group by 1""").getResultList();
        rows.forEach(row -> figures.put((String) ((Object[]) row)[0], ((Number) ((Object[]) row)[1]).longValue()));
        return figures;
    }

    @Test
    void nobodyFindsThePersonAnywhereAndFiguresStayWhatTheyWere() throws Exception {
        var she = zuleica();
        var other = namesake();
        var code = life(she, other);
        assertThat(found(full)).as("before").hasSizeGreaterThan(8);
        assertThat(found(email)).as("before").hasSizeGreaterThan(8);
        assertThat(found(cpf.digits())).as("before").isNotEmpty();
        var figures = figures();

        requests.eraseFor(she.id(), "Pedido da " + full, people.admin());
        desk.look();

        assertThat(found(identity())).isEmpty();
        assertThat(figures()).isEqualTo(figures);
        assertThat(accounts.name(she.id())).isEqualTo("Pessoa removida " + she.id());
        var story = tickets.story(code, people.talita());
        assertThat(story.ticket().requester().name()).isEqualTo("Pessoa removida " + she.id());
        assertThat(story.ticket().subject()).isEqualTo("Troca do cadastro de [removido]");
        assertThat(story.ticket().cc()).containsExactly("outra@jatoba.example");
        assertThat(story.ticket().contact().company()).isEqualTo("Casa Jatobá");
        assertThat(Objects.requireNonNull(story.ratings().whole()).comment()).isEqualTo("Fui atendida, [removido].");
        assertThat(story.messages()).hasSize(4);
        assertThat(story.messages().get(0).files()).as("what she sent").isEmpty();
        assertThat(story.messages().get(2).files().get(0).name()).isEqualTo("CPF [removido].txt");
        assertThat(found("Zuleica Prado")).as("somebody of the same first name").hasSizeGreaterThanOrEqualTo(3);
        assertThat(signIn.authenticate(email, "uma frase bem longa", ClientAddress.of("198.51.100.8"), null))
                .isInstanceOf(SignInResult.Refused.class);
    }

    @Test
    void whatThePersonWasWritingIsGoneRowAndAllAndWhatOthersWriteStays() {
        var she = zuleica();
        var talita = people.talita();
        var code = tickets.open(about("Pedido", "Sem nome nenhum.", List.of(), List.of()), she)
                .code();
        for (var writer : List.of(she, talita)) {
            replyDrafts.save(code, new ReplyDrafts.ReplyDraft("<p>Quase pronto</p>", false), writer);
        }
        var draft = DraftContent.NOTHING.with(DraftContent.Request.NOTHING.withSubject("Outro pedido", Map.of()));
        drafts.save(DraftWindow.on(drafts.current(she)), draft, she);
        assertThat(drafts(she)).containsExactly(1L, 1L);
        solve(code);

        erasure.erase(she.id());

        assertThat(drafts(she)).containsExactly(0L, 0L);
        assertThat(replyDrafts.of(code, talita)).isPresent();
    }

    /** How many answers, and how many tickets, the person has begun. */
    private List<Long> drafts(Person person) {
        return Stream.of("tickets_reply_draft", "tickets_draft")
                .map(table -> em.createNativeQuery("select count(*) from " + table + " where person_id = ?1")
                        .setParameter(1, person.id())
                        .getSingleResult())
                .map(count -> ((Number) count).longValue())
                .toList();
    }

    @Test
    void whatIsInterruptedWasNotBegunAndWhatIsDoneTwiceIsDoneOnce() throws Exception {
        var she = zuleica();
        life(she, namesake());
        transaction.begin();
        erasure.erase(she.id());
        transaction.rollback();
        assertThat(found(email)).hasSizeGreaterThan(8);

        erasure.erase(she.id());
        erasure.erase(she.id());

        assertThat(erasure.isErased(she.id())).isTrue();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> requests.eraseFor(she.id(), "De novo", people.admin()));
    }

    @Test
    void historyLetsTheLawThroughAndNothingElse() throws Exception {
        var code = life(zuleica(), namesake());

        for (var sql : List.of(
                "update tickets_event set to_value = '[removido]' where ticket_id = ?1",
                "update tickets_event set type = 'CREATED' where ticket_id = ?1",
                "delete from tickets_event where ticket_id = ?1")) {
            transaction.begin();
            assertThatExceptionOfType(PersistenceException.class)
                    .isThrownBy(() -> em.createNativeQuery(sql)
                            .setParameter(1, code.number())
                            .executeUpdate());
            transaction.rollback();
        }
    }

    @Test
    void aPreviewSaysWhatGoesAndStaysAndChangesNothing() throws Exception {
        var she = zuleica();
        life(she, namesake());
        var before = figures();

        var plan = requests.plan(she.id(), officer());

        assertThat(plan.goes())
                .extracting(ErasurePlan.Line::key)
                .contains(
                        "accounts.erasure.token",
                        "attachments.erasure.files",
                        "channels.erasure.mails",
                        "tickets.erasure.texts",
                        "tickets.erasure.drafts");
        assertThat(plan.stays())
                .extracting(ErasurePlan.Line::key)
                .contains("tickets.erasure.tickets", "tickets.erasure.messages");
        assertThat(plan.waits()).isEmpty();
        assertThat(found(email)).hasSizeGreaterThan(8);
        assertThat(figures()).isEqualTo(before);
    }

    @Test
    void anOpenTicketPutsItOffAndItIsDoneByItselfOnceThatIsFinished() throws Exception {
        var she = zuleica();
        var code = tickets.open(about("Ainda aberto", "De " + full, List.of(), List.of()), she)
                .code();

        var asked = requests.eraseFor(she.id(), "A pedido", officer());
        desk.look();
        assertThat(state(asked.id())).isEqualTo(RequestState.WAITING);
        assertThat(found(full)).isNotEmpty();

        solve(code);
        change("update privacy_request set tried_at = null where id = ?1", asked.id());
        desk.look();

        assertThat(state(asked.id())).isEqualTo(RequestState.DONE);
        assertThat(found(identity())).isEmpty();
    }

    /** Decreto 11.034/2022, art. 12: what was asked of a service under it is kept for two years after its solution. */
    @Test
    void whatTheDecreeOnCustomerServiceKeepsPutsItOffForTwoYearsAndADay() throws Exception {
        var she = zuleica();
        var code = tickets.open(about("Cobrança", "De " + full, List.of(), List.of()), she)
                .code();
        solve(code);
        underTheDecree(() -> {
            var asked = requests.eraseFor(she.id(), "A pedido", officer());
            desk.look();

            var waiting = requests.get(asked.id(), people.admin());
            assertThat(waiting.state()).isEqualTo(RequestState.WAITING);
            assertThat(waiting.waitsFor()).isEqualTo("tickets.erasure.sac");
            assertThat(waiting.waitsUntil())
                    .isEqualTo(Days.today(clock).plusYears(2).plusDays(1));
            solvedBefore(code, 2, 1);
            again(asked.id());
            assertThat(state(asked.id())).isEqualTo(RequestState.WAITING);
            assertThat(found(full)).isNotEmpty();

            solvedBefore(code, 2, -2);
            again(asked.id());
            assertThat(state(asked.id())).isEqualTo(RequestState.DONE);
            assertThat(found(identity())).isEmpty();
        });
    }

    private void solvedBefore(TicketCode code, int years, int lessDays) throws Exception {
        change(
                "update tickets_ticket set resolved_at = cast(?1 as timestamptz), closed_at = null where id = ?2",
                Days.today(clock).minusYears(years).plusDays(lessDays) + "T12:00:00Z",
                code.number());
    }

    private void again(long request) throws Exception {
        change("update privacy_request set waits_until = current_date - 3, tried_at = null where id = ?1", request);
        desk.look();
    }

    private void underTheDecree(Story story) throws Exception {
        var settings = settings();
        configuration.changeService(
                people.admin(),
                "loja",
                Json.createObjectBuilder(settings).add("sac", true).build(),
                JsonValue.EMPTY_JSON_ARRAY);
        try {
            story.tell();
        } finally {
            configuration.changeService(people.admin(), "loja", settings, JsonValue.EMPTY_JSON_ARRAY);
        }
    }

    private interface Story {
        void tell() throws Exception;
    }

    private static JsonObject settings() {
        try (var reader =
                Json.createReader(AnonymisationIT.class.getResourceAsStream("/org/guiche/units/presets/loja.json"))) {
            return reader.readObject().getJsonObject("settings");
        }
    }

    @Test
    void aHoldKeepsEverythingUntilItsDay() throws Exception {
        var she = zuleica();
        var code = life(she, namesake());
        holds.ofTicket(code, "Processo 123", Days.today(clock).plusDays(30), people.admin());

        var asked = requests.eraseFor(she.id(), "A pedido", people.admin());
        desk.look();

        var waiting = requests.get(asked.id(), people.admin());
        assertThat(waiting.state()).isEqualTo(RequestState.WAITING);
        assertThat(waiting.waitsUntil()).isEqualTo(Days.today(clock).plusDays(31));
        assertThat(waiting.waitsFor()).isEqualTo("privacy.erasure.hold");
        assertThat(found(email)).hasSizeGreaterThan(8);

        change(
                "update privacy_hold set until = cast(?1 as date) where ticket_id = ?2",
                LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(2).toString(),
                code.number());
        change("update privacy_request set waits_until = current_date - 3, tried_at = null where id = ?1", asked.id());
        desk.look();
        assertThat(found(identity())).isEmpty();
    }

    @Test
    void whoAsksIsAnsweredByThoseWhoDecideAndNobodyElseLearnsAnything() throws Exception {
        var she = zuleica();
        var officer = officer();

        var asked = requests.askErasure(she, "Saí da empresa");
        assertThat(requests.askErasure(she, "Saí!").id()).as("asked twice").isEqualTo(asked.id());
        assertThat(asked.dueOn()).isEqualTo(Days.today(clock).plusDays(15));
        assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> requests.get(asked.id(), people.talita()));
        assertThatExceptionOfType(AccessDenied.class)
                .isThrownBy(() -> requests.eraseFor(she.id(), "x", people.rafael()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> requests.eraseFor(she.id(), "x", people.bruno()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> requests.copyFor(she.id(), people.joana()));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> decisions.refuse(asked.id(), " ", officer));

        decisions.refuse(asked.id(), "Há um contrato em vigor", officer);

        assertThat(requests.own(she)).first().satisfies(one -> {
            assertThat(one.state()).isEqualTo(RequestState.REFUSED);
            assertThat(one.reason()).isEqualTo("Há um contrato em vigor");
        });
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> decisions.approve(asked.id(), "Sim", officer));
        assertThat(accounts.find(she.id())).isPresent();
    }

    @EJB
    Decisions decisions;

    private @Nullable RequestState state(long id) {
        return requests.get(id, people.admin()).state();
    }
}
