package org.guiche.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guiche.support.Samples.letters;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Locked;
import org.guiche.support.Api;
import org.guiche.support.ApiPieces;
import org.guiche.support.ClamDaemon;
import org.guiche.support.People;
import org.guiche.support.ScriptedClamd;
import org.guiche.support.Site;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody gets a file before ClamAV's own daemon has looked at it, nor one with a virus in it; whatever that daemon does, nothing is lost. */
@ExtendWith(ArquillianExtension.class)
class ScannerIT {

    private static final String BRUNO = "bruno@jatoba.example";
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration QUARANTINE = Duration.ofDays(30);

    @ArquillianResource
    URL home;

    @EJB
    Attachments attachments;

    @EJB
    ScannerDesk desk;

    @EJB
    Sweeper sweeper;

    @Inject
    Scanner scanner;

    @Inject
    ScanQueue queue;

    @Inject
    Infections infections;

    @Inject
    FolderStore store;

    @Inject
    Clock clock;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @BeforeEach
    void whatIsOldIsNoneOfThis() throws Exception {
        change("delete from attachments_rescan");
        change("update attachments_content set scan = 'CLEAN', scan_due_at = null where scan = 'UNSCANNED'");
    }

    @AfterEach
    void thereIsNoScannerAgain() throws Exception {
        scanner.use(new ScannerSettings(null, false, QUARANTINE));
        queue.begin();
        change(
                "update attachments_content set scan = 'UNSCANNED', scan_due_at = null, scan_failure = null where scan <> 'INFECTED'");
    }

    @Test
    void aCleanFileWaitsUntilItWasLookedAtAndIsThenAFileLikeAnyOther() {
        var bytes = unique();
        try (var pondering = ScriptedClamd.pondering()) {
            use(pondering.port(), false);
            var sent = sent("nota.txt", bytes);
            assertThat(sent.getString("scan"))
                    .as("the answer does not wait for it")
                    .isEqualTo("WAITING");
            var answer = bruno().get("attachments/" + id(sent));
            assertThat(answer.statusCode()).isEqualTo(423);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(Api.json(answer).getString("detail"))
                    .isEqualTo("“nota.txt” está em verificação. Tente de novo em instantes.");
            assertThat(site().get("/attachments/" + id(sent)).statusCode()).isEqualTo(423);
            assertThat(bruno().open("attachments/" + id(sent), "Range", "bytes=0-3")
                            .statusCode())
                    .isEqualTo(423);
            assertThat(bruno().open("attachments/" + id(sent), "If-None-Match", "*")
                            .statusCode())
                    .as("nor whether it is the same")
                    .isEqualTo(423);
            try (var daemon = ClamDaemon.started()) {
                use(daemon.port(), false);
                until(() -> state(sent).equals("CLEAN"));
            }
            assertThat(bruno().get("attachments/" + id(sent)).body()).isEqualTo(new String(bytes, UTF_8));
            assertThat(site().get("/attachments/" + id(sent)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aVirusIsFoundPlainZippedAndAcrossThePiecesOfALargeFileAndNobodyGetsIt() throws Exception {
        try (var daemon = ClamDaemon.started()) {
            use(daemon.port(), false);
            var plain = id(sent("nota.txt", infected()));
            var zipped = id(sent("notas.zip", zip(infected())));
            var chunked = id(sentInPieces("gravacao.txt", 11_000_000, 6_000_000));
            var clean = id(sent("outra.txt", unique()));

            var code = opened(plain, zipped, chunked, clean);
            until(() -> events(code) == 3 && bruno().get("attachments/" + clean).statusCode() == 200);

            for (var file : List.of(plain, zipped, chunked)) {
                assertBlocked(file);
            }
            var files = Api.json(bruno().get("tickets/" + code + "/messages"))
                    .getJsonArray("items")
                    .getJsonObject(0)
                    .getJsonArray("attachments");
            assertThat(files.getValuesAs(JsonObject.class))
                    .extracting(file -> file.getString("scan") + " " + file.getBoolean("locked"))
                    .containsExactly("INFECTED true", "INFECTED true", "INFECTED true", "CLEAN false");
            assertThat(site().get("/tickets/ticket?code=" + code).body())
                    .contains(
                            "Bloqueado: vírus encontrado",
                            "Um arquivo foi bloqueado: vírus encontrado (" + ClamDaemon.FOUND + ")")
                    .contains("href=\"/attachments/" + clean)
                    .doesNotContain("href=\"/attachments/" + plain, "href=\"/attachments/" + zipped);
            infections.tell();
            assertThat(events(code)).as("once each").isEqualTo(3);
        }
    }

    private void assertBlocked(String file) {
        var answer = bruno().get("attachments/" + file);
        assertThat(answer.statusCode()).isEqualTo(423);
        assertThat(Api.json(answer).getString("detail")).contains("está bloqueado: vírus encontrado");
        assertThat(site().get("/attachments/" + file).statusCode()).isEqualTo(423);
        assertThat(Api.at(home)
                        .as("admin@guiche.example")
                        .get("attachments/" + file)
                        .statusCode())
                .as("administrators, too")
                .isEqualTo(423);
        assertThatExceptionOfType(Locked.class)
                .isThrownBy(() -> attachments.open(
                        attachments.find(List.of(UUID.fromString(file))).get(0), 0));
    }

    @Test
    void administratorsAreToldOnceOfEachFileAndSeeItsNameAndWhatItHas() {
        try (var daemon = ClamDaemon.started()) {
            use(daemon.port(), false);
            var bytes = infected();
            var first = "curriculo-" + UUID.randomUUID() + ".txt";
            var second = "de-novo-" + UUID.randomUUID() + ".txt";
            sent(first, bytes);
            until(() -> mails(first) > 0);
            sent(second, bytes);
            until(() -> mails(second) > 0);
            infections.tell();

            assertThat(mails(first)).isEqualTo(administrators());
            assertThat(mails(second)).isEqualTo(administrators());
            assertThat(desk.look(people.admin()).latest())
                    .filteredOn(one -> one.name().equals(first) || one.name().equals(second))
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(one.infection()).isEqualTo(ClamDaemon.FOUND));
            assertThat(Site.at(home)
                            .as("admin@guiche.example")
                            .get("/attachments/scanner")
                            .body())
                    .contains(
                            first,
                            ClamDaemon.FOUND,
                            "Em quarentena",
                            "Responde desde",
                            "ClamAV",
                            "Verificar arquivos antigos de novo");
        }
    }

    @Test
    void aVirusInANoteIsTheStaffsAlone() {
        try (var daemon = ClamDaemon.started()) {
            var code = opened();
            use(daemon.port(), false);
            var talita = Api.at(home).as("talita@guiche.example");
            var file = Api.json(talita.upload("interno.txt", infected())).getString("uploadId");
            var noted = talita.post(
                    "tickets/" + code + "/messages",
                    "{'body':'Entre nós.','visibility':'internal','attachments':['" + file + "']}");
            assertThat(noted.statusCode()).as(noted.body()).isEqualTo(201);

            until(() -> events(talita, code) == 1);

            assertThat(events(code)).as("the requester's").isZero();
        }
    }

    @Test
    void aScannerThatIsAwayHoldsFilesOrLetsThemThroughAsTheAdministratorSays() {
        use(ClamDaemon.freePort(), false);
        var sent = sent("nota.txt", unique());
        until(() -> "AWAY".equals(failure(sent)));
        assertThat(bruno().get("attachments/" + id(sent)).statusCode()).isEqualTo(423);
        assertThat(desk.look(people.admin()).answers()).isFalse();
        assertThat(Site.at(home)
                        .as("admin@guiche.example")
                        .get("/attachments/scanner")
                        .body())
                .contains("Não responde desde", "Os arquivos novos ficam retidos");
        assertThat(watched("/metrics")).containsPattern("guiche_scanner_away\\S* 1(\\.0)?\\s");
        assertThat(watched("/health/ready"))
                .containsPattern("\"scanner\": ?\"away\"")
                .doesNotContain("DOWN");

        use(ClamDaemon.freePort(), true);
        assertThat(bruno().get("attachments/" + id(sent)).statusCode()).isEqualTo(200);
        var later = sent("depois.txt", infected());
        until(() -> bruno().get("attachments/" + id(later)).statusCode() == 200);
        assertThat(site().get("/tickets/ticket?code=" + opened(id(later))).body())
                .contains("Ainda não verificado: o verificador de vírus não respondeu");

        try (var daemon = ClamDaemon.started()) {
            use(daemon.port(), true);
            until(() -> state(sent).equals("CLEAN") && state(later).equals("INFECTED"));
            assertThat(bruno().get("attachments/" + id(later)).statusCode()).isEqualTo(423);
        }
    }

    @Test
    void pausesGrowAndAreForgottenWhenTheScannerIsBack() {
        use(ClamDaemon.freePort(), false);
        var sent = sent("nota.txt", unique());
        until(() -> "AWAY".equals(failure(sent)));
        var first = pause(sent);
        due(sent);
        until(() -> tries(sent) > 1);

        assertThat(first).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(pause(sent)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(20));
        try (var daemon = ClamDaemon.started()) {
            use(daemon.port(), false);
            queue.goOnWithOld();
            until(() -> state(sent).equals("CLEAN"));
        }
    }

    @Test
    void aSlowScannerKeepsNoUploadWaitingAndHoldsItsFile() {
        try (var silent = ScriptedClamd.silent()) {
            use(silent.port(), false);
            var begun = System.nanoTime();
            var sent = sent("nota.txt", unique());
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);

            until(() -> failure(sent) != null);

            assertThat(bruno().get("attachments/" + id(sent)).statusCode()).isEqualTo(423);
            assertThat(desk.look(people.admin()).failed()).isPositive();
        }
    }

    @Test
    void whatOneContentDoesToTheScannerKeepsNoOther() {
        try (var refusing = ScriptedClamd.saying("stream: Can't allocate memory ERROR")) {
            use(refusing.port(), false);
            var sent = sent("nota.txt", unique());
            until(() -> "REFUSED".equals(failure(sent)));

            assertThat(scanner.answers()).isTrue();
            assertThat(bruno().get("attachments/" + id(sent)).statusCode()).isEqualTo(423);
        }
    }

    @Test
    void aContentThatEndsTheScannerIsHeldWhateverThePolicyAndKeepsNoOther() {
        var deadly = unique();
        var sent = endedOver(deadly);
        var answer = bruno().get("attachments/" + id(sent));
        assertThat(answer.statusCode()).isEqualTo(423);
        assertThat(Api.json(answer).getString("detail")).contains("parou ao verificá-lo e vai tentar de novo");
        assertThat(site().get("/tickets/ticket?code=" + opened(id(sent))).body())
                .contains("Retido: o verificador de vírus parou ao verificá-lo");
        assertThat(desk.look(people.admin()).crashed()).isEqualTo(1);
        assertThat(watched("/attachments/scanner")).contains("Fizeram o verificador parar");
        assertThat(pause(sent)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        try (var back = ScriptedClamd.endingOver(deadly)) {
            use(back.port(), true);
            var other = sent("depois.txt", unique());
            until(() -> state(other).equals("CLEAN"));
            assertThat(failure(sent)).as("has time").isEqualTo("CRASHED");
            due(sent);
            var waiting = sent("tambem.txt", unique());
            until(() -> tries(sent) > 1);
            assertThat(state(waiting)).as("was before it").isEqualTo("CLEAN");
        }
        try (var daemon = ClamDaemon.started()) {
            use(daemon.port(), true);
            due(sent);
            until(() -> state(sent).equals("CLEAN"));
        }
    }

    private JsonObject endedOver(byte[] deadly) {
        try (var ending = ScriptedClamd.endingOver(deadly)) {
            use(ending.port(), true);
            var sent = sent("foto.txt", deadly);
            until(() -> "CRASHED".equals(failure(sent)));
            return sent;
        }
    }

    @Test
    void aFileThatIsTooLargeForTheScannerFollowsThePolicyAndSaysSo() throws IOException {
        try (var daemon = ClamDaemon.started()) {
            use(daemon.port(), false);
            var sent = sentInPieces("gravacao.txt", ClamDaemon.MOST + 500_000, 6_000_000);
            until(() -> "TOO_LARGE".equals(failure(sent)));

            var answer = bruno().get("attachments/" + id(sent));
            assertThat(answer.statusCode()).isEqualTo(423);
            assertThat(Api.json(answer).getString("detail")).contains("é maior do que o verificador de vírus aceita");
            var page = site().get("/tickets/ticket?code=" + opened(id(sent))).body();
            assertThat(page).contains("Retido: é maior do que o verificador de vírus aceita");
            use(daemon.port(), true);
            assertThat(bruno().open("attachments/" + id(sent)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatANodeLeftWhenItEndedIsLookedAtByAnother() throws Exception {
        use(ClamDaemon.freePort(), false);
        var sent = sent("nota.txt", infected());
        until(() -> failure(sent) != null);
        change(
                "update attachments_content set scan_due_at = ?2, scan_until = ?3 where sha256 = ?1",
                sha(sent),
                at(-60),
                at(600));
        try (var daemon = ClamDaemon.started()) {
            use(daemon.port(), false);
            queue.begin();
            queue.work(Long.MAX_VALUE);
            assertThat(state(sent)).as("it is still another's").isEqualTo("WAITING");
            change("update attachments_content set scan_until = ?2 where sha256 = ?1", sha(sent), at(-1));

            until(() -> state(sent).equals("INFECTED"));
        }
    }

    @Test
    void filesFromBeforeTheScannerAreLookedAtByThemselvesAndMayBeHadUntilThen() {
        var old = sent("antigo.txt", infected());
        var fine = sent("tambem.txt", unique());
        assertThat(old.getString("scan")).isEqualTo("UNSCANNED");
        assertThat(bruno().get("attachments/" + id(old)).statusCode()).isEqualTo(200);
        try (var daemon = ClamDaemon.started()) {
            use(daemon.port(), false);
            until(() -> state(old).equals("INFECTED") && state(fine).equals("CLEAN"));
        }
        assertThat(bruno().get("attachments/" + id(old)).statusCode())
                .as("also where there is no scanner any more")
                .isEqualTo(423);
        assertThat(bruno().get("attachments/" + id(fine)).statusCode()).isEqualTo(200);
    }

    @Test
    void administratorsHaveAllThatIsKeptLookedAtAgainAndWhatWasCleanIsOpenMeanwhile() throws Exception {
        var sent = sent("limpo.txt", infected());
        change(
                "update attachments_content set scan = 'CLEAN' where sha256 = ?1",
                sha(sent)); // nobody knew that virus then
        var admin = Api.at(home).as("admin@guiche.example");
        use(ClamDaemon.freePort(), false);
        var asked = Api.json(admin.post("scanner/rescans", ""));
        assertThat(asked.getJsonObject("rescan").get("doneAt")).isEqualTo(JsonValue.NULL);
        assertThat(Api.json(admin.post("scanner/rescans", ""))
                        .getJsonObject("rescan")
                        .getString("askedAt"))
                .as("one round at a time")
                .isEqualTo(asked.getJsonObject("rescan").getString("askedAt"));
        assertThat(bruno().get("attachments/" + id(sent)).statusCode()).isEqualTo(200);
        try (var daemon = ClamDaemon.started()) {
            use(daemon.port(), false);
            until(() -> state(sent).equals("INFECTED") && isRoundOver());
        }
        assertThat(bruno().get("attachments/" + id(sent)).statusCode()).isEqualTo(423);
        for (var person : List.of(people.talita(), people.rafael(), people.bruno())) {
            assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> desk.rescan(person));
            assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> desk.look(person));
        }
    }

    private String watched(String path) {
        return Site.at(home).as("admin@guiche.example").get(path).body();
    }

    private boolean isRoundOver() {
        var round = desk.look(people.admin()).rescan();
        return round != null && round.doneAt() != null;
    }

    @Test
    void whatTurnsOutToBeNoVirusIsOpenAgain() throws Exception {
        var sent = sent("engano.txt", unique());
        change(
                "update attachments_content set scan = 'INFECTED', infection = 'Engano', scanned_at = ?2 where sha256 = ?1",
                sha(sent),
                at(0));
        assertThat(bruno().get("attachments/" + id(sent)).statusCode()).isEqualTo(423);
        try (var daemon = ClamDaemon.started()) {
            use(daemon.port(), false);
            desk.rescan(people.admin());
            until(() -> state(sent).equals("CLEAN"));
        }
        assertThat(bruno().get("attachments/" + id(sent)).statusCode()).isEqualTo(200);
    }

    @Test
    void theBytesOfAVirusAreKeptForThirtyDaysAndItIsKnownForEver() throws Exception {
        var bytes = infected();
        try (var daemon = ClamDaemon.started()) {
            use(daemon.port(), false);
            var sent = sent("nota.txt", bytes);
            var code = opened(id(sent));
            until(() -> events(code) == 1);
            sweeper.sweepFiles();
            assertThat(store.path(sha(sent))).exists();
            change("update attachments_content set remove_at = ?2 where sha256 = ?1", sha(sent), at(-1));

            sweeper.sweepFiles();

            assertThat(store.path(sha(sent))).doesNotExist();
            assertThat(bruno().get("attachments/" + id(sent)).statusCode()).isEqualTo(423);
            assertThat(site().get("/tickets/ticket?code=" + code).body()).contains("O arquivo foi removido.");
            var again = sent("nota.txt", bytes);
            assertThat(again.getString("scan")).as("at once").isEqualTo("INFECTED");
            assertThat(store.path(sha(sent))).as("for thirty days more").exists();
        }
    }

    @Test
    void toWhoeverMayNotSeeTheTicketAFileInQuarantineDoesNotExist() {
        use(ClamDaemon.freePort(), false);
        var waiting = id(sent("nota.txt", unique()));
        opened(waiting);

        for (var stranger : List.of("carla@araca.example", "marina@mirante.example")) {
            assertThat(Api.at(home).as(stranger).get("attachments/" + waiting).statusCode())
                    .isEqualTo(404);
            assertThat(Site.at(home).as(stranger).get("/attachments/" + waiting).statusCode())
                    .isEqualTo(404);
        }
        assertThat(Api.at(home)
                        .as("joana@jatoba.example")
                        .get("attachments/" + waiting)
                        .statusCode())
                .isEqualTo(423);
    }

    @Test
    void anInstallationThatLetsItsScannerGoHoldsNothing() {
        use(ClamDaemon.freePort(), false);
        var sent = sent("nota.txt", unique());
        scanner.use(new ScannerSettings(null, false, QUARANTINE));
        queue.begin();

        assertThat(state(sent)).isEqualTo("UNSCANNED");
        assertThat(bruno().get("attachments/" + id(sent)).statusCode()).isEqualTo(200);
    }

    private void use(int port, boolean letsThrough) {
        var address = new InetSocketAddress(ScriptedClamd.host(), port);
        scanner.use(new ScannerSettings(new Clamd(address, PATIENCE), letsThrough, QUARANTINE));
    }

    /** Helps until it is so: what every node does every second. */
    private void until(BooleanSupplier so) {
        var end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it came to that in time").isLessThan(end);
            queue.work(Long.MAX_VALUE);
            queue.goOnWithOld();
            infections.tell();
        }
    }

    private Api bruno() {
        return Api.at(home).as(BRUNO);
    }

    private Site site() {
        return Site.at(home).as(BRUNO);
    }

    private JsonObject sent(String name, byte[] bytes) {
        var answer = bruno().upload(name, bytes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer);
    }

    /** Infected across the end of the first piece. */
    private JsonObject sentInPieces(String name, int size, int first) {
        var bytes = letters(size);
        var virus = infected();
        System.arraycopy(virus, 0, bytes, first - 20, virus.length);
        var pieces = new ApiPieces(bruno());
        var id = pieces.begun(name, size, "unit/loja");
        assertThat(pieces.piece(id, 0, Arrays.copyOf(bytes, first)).statusCode())
                .isEqualTo(204);
        assertThat(pieces.piece(id, first, Arrays.copyOfRange(bytes, first, size))
                        .statusCode())
                .isEqualTo(204);
        return Json.createObjectBuilder()
                .add("uploadId", id)
                .add("sha256", ApiPieces.sha256(bytes))
                .build();
    }

    private String opened(String... files) {
        var answer = bruno().post("tickets", """
                {'unit':'loja','subject':'Com arquivos','description':'Veja.','answers':{'pedido':'88121'},'attachments':[%s]}""".formatted(String.join(
                ",", Arrays.stream(files).map(file -> "'" + file + "'").toList())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer).getString("code");
    }

    private long events(String code) {
        return events(bruno(), code);
    }

    private static long events(Api reader, String code) {
        return Api.json(reader.get("tickets/" + code + "/events?limit=200")).getJsonArray("items").stream()
                .filter(event -> event.asJsonObject().getString("type").equals("FILE_BLOCKED"))
                .count();
    }

    private static String id(JsonObject sent) {
        return sent.getString("uploadId");
    }

    private static String sha(JsonObject sent) {
        return sent.getString("sha256");
    }

    private String state(JsonObject sent) {
        return (String) one("select scan from attachments_content where sha256 = ?1", sha(sent));
    }

    private @Nullable String failure(JsonObject sent) {
        return (String) one("select scan_failure from attachments_content where sha256 = ?1", sha(sent));
    }

    private int tries(JsonObject sent) {
        return ((Number) one("select scan_tries from attachments_content where sha256 = ?1", sha(sent))).intValue();
    }

    private Duration pause(JsonObject sent) {
        var seconds = (Number) one(
                "select extract(epoch from scan_due_at - cast(?2 as timestamptz)) from attachments_content where sha256 = ?1",
                sha(sent),
                at(0));
        return Duration.ofMillis((long) (seconds.doubleValue() * 1000));
    }

    private void due(JsonObject sent) {
        try {
            change("update attachments_content set scan_due_at = ?2 where sha256 = ?1", sha(sent), at(-1));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long mails(String name) {
        return ((Number) one(
                        "select count(*) from channels_outbox where kind = 'VIRUS' and body like ?1", "%" + name + "%"))
                .longValue();
    }

    private long administrators() {
        return ((Number) one(
                        "select count(*) from accounts_person p join accounts_role r on r.person_id = p.id where p.active and r.role = ?1",
                        "ADMINISTRATOR"))
                .longValue();
    }

    private Object one(String sql, Object... arguments) {
        var query = em.createNativeQuery(sql);
        for (var i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        return query.getSingleResult();
    }

    private void change(String sql, Object... arguments) throws Exception {
        transaction.begin();
        var query = em.createNativeQuery(sql);
        for (var i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        query.executeUpdate();
        transaction.commit();
    }

    private OffsetDateTime at(int seconds) {
        return clock.instant().plusSeconds(seconds).atOffset(ZoneOffset.UTC);
    }

    private static byte[] unique() {
        return ("Pedido " + UUID.randomUUID()).getBytes(UTF_8);
    }

    private static byte[] infected() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ClamDaemon.eicar());
        out.writeBytes(unique());
        return out.toByteArray();
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("pasta/nota.txt"));
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
