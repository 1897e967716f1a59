package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guiche.support.Samples.text;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.net.URL;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Unavailable;
import org.guiche.support.Api;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows and bytes: never one without the other for long, and never a row without bytes at all; an upload is its owner's (SECURITY 8). */
@ExtendWith(ArquillianExtension.class)
class KeepingIT {

    private static final Duration DAY = Duration.ofHours(24);

    @ArquillianResource
    URL home;

    @EJB
    Attachments attachments;

    @EJB
    Sweeper sweeper;

    @EJB
    People people;

    @Inject
    FolderStore store;

    @Inject
    Keeping keeping;

    @Inject
    KeptRows rows;

    @Inject
    Bringing bringing;

    @Inject
    FileTable files;

    @Inject
    ContentTable contents;

    @Inject
    Leftovers leftovers;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @Test
    void theSameBytesOfTwoPeopleAreKeptOnce() {
        var bytes = unique();
        var one = sent(somebody(), "um.txt", bytes);
        var other = sent(somebody(), "outro.txt", bytes);

        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one.sha256()).isEqualTo(other.sha256());
        assertThat(rows("select count(*) from attachments_content where sha256 = ?1", one.sha256()))
                .isEqualTo(1);
        assertThat(attachments.open(other, 0)).hasBinaryContent(text(bytes));
    }

    @Test
    void anUploadIsItsOwnersAloneUntilItIsUsedAndNobodysAfterwards() {
        var owner = somebody();
        var stranger = somebody();
        var file = sent(owner, "nota.txt", unique());

        assertThat(attachments.unused(List.of(file.id()), stranger)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> attachments.claim(List.of(file.id()), stranger));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> attachments.discard(file.id(), stranger));

        assertThat(attachments.claim(List.of(file.id()), owner)).containsExactly(file);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> attachments.claim(List.of(file.id()), owner));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> attachments.discard(file.id(), owner));
        assertThat(attachments.unused(List.of(file.id()), owner)).isEmpty();
    }

    @Test
    void oneForeignFileAmongOwnOnesClaimsNone() {
        var owner = somebody();
        var own = sent(owner, "minha.txt", unique());
        var foreign = sent(somebody(), "alheia.txt", unique());

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> attachments.claim(List.of(own.id(), foreign.id()), owner));

        assertThat(attachments.unused(List.of(own.id()), owner)).containsExactly(own);
    }

    @Test
    void whatIsRolledBackHasClaimedNothing() throws Exception {
        var owner = somebody();
        var file = sent(owner, "nota.txt", unique());

        transaction.begin();
        attachments.claim(List.of(file.id()), owner);
        transaction.rollback();

        assertThat(attachments.unused(List.of(file.id()), owner)).containsExactly(file);
    }

    @Test
    void ofTwentyWhoClaimTheSameFileAtOnceOneGetsIt() throws Exception {
        var owner = somebody();
        var file = sent(owner, "nota.txt", unique());

        var got = atOnce(20, number -> {
            try {
                return attachments.claim(List.of(file.id()), owner).size();
            } catch (NotFound e) {
                return 0;
            }
        });

        assertThat(got.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    }

    @Test
    void whenTheDiskFailsTheSenderIsToldAndCanTryAgainWithoutARestart() throws Exception {
        var owner = somebody();
        var bruno = Api.at(home).as("bruno@jatoba.example");
        bruno.upload("aquece.txt", text(unique()));
        var aside = store.incoming.resolveSibling("aside");
        Files.move(store.incoming, aside);
        Files.createFile(store.incoming); // nothing can be written below it
        try {
            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> sent(owner, "nota.txt", unique()));
            var answer = bruno.upload("nota.txt", text(unique()));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
            assertThat(Api.json(answer).getString("detail")).contains("“nota.txt” não foi enviado");
        } finally {
            Files.delete(store.incoming);
            Files.move(aside, store.incoming);
        }

        assertThat(unusedOf(owner)).isZero();
        assertThat(sent(owner, "nota.txt", unique()).size()).isPositive();
    }

    @Test
    void whenAllEndsBetweenTheBytesAndTheRowOnlyBytesAreLeftAndTheyAreSwept() throws Exception {
        var owner = somebody();
        var bytes = unique();
        var arrived = Objects.requireNonNull(store.receive(new ByteArrayInputStream(text(bytes)), 1000));
        var file = new StoredFile(
                UUID.randomUUID(),
                "nota.txt",
                arrived.size(),
                arrived.sha256(),
                "text/plain",
                Scan.NONE,
                Picture.UNKNOWN,
                null);

        transaction.begin();
        keeping.keep(file, arrived, owner.id());
        assertThat(store.path(file.sha256())).exists(); // before the row is there for anybody else
        transaction.rollback();

        assertThat(unusedOf(owner)).isZero();
        assertThat(rows("select count(*) from attachments_content where sha256 = ?1", file.sha256()))
                .isZero();
        leftovers.removeOlderThan(DAY);
        assertThat(store.path(file.sha256())).as("it may just be on its way").exists();
        leftovers.removeOlderThan(DAY.negated());
        assertThat(store.path(file.sha256()))
                .as("somebody may be bringing it still")
                .exists();
        anHourPasses();
        leftovers.removeOlderThan(DAY.negated());
        assertThat(store.path(file.sha256())).doesNotExist();
        everyRowHasItsBytes();
    }

    @Test
    void bytesThatSomebodyIsJustBringingAreNobodysToTakeAway() throws Exception {
        var owner = somebody();
        var file = sent(owner, "nota.txt", unique());
        attachments.discard(file.id(), owner);
        var brought = bringing.begin(file.sha256());

        assertThat(keeping.forget(file.sha256())).as("the row").isTrue();
        assertThat(keeping.remove(file.sha256())).as("the bytes").isFalse();
        bringing.giveUp(brought);
        assertThat(keeping.remove(file.sha256())).isTrue();
    }

    @Test
    void aRowThatComesAfterItsHourIsRefused() throws Exception {
        var owner = somebody();
        var file = sent(owner, "nota.txt", unique());
        var late = new StoredFile(
                UUID.randomUUID(),
                "tarde.txt",
                file.size(),
                file.sha256(),
                "text/plain",
                Scan.NONE,
                Picture.UNKNOWN,
                null);
        var brought = bringing.begin(file.sha256());
        anHourPasses();

        assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> rows.add(late, owner.id(), brought));

        assertThat(attachments.find(List.of(late.id()))).isEmpty();
    }

    private void anHourPasses() throws Exception {
        change("update attachments_bringing set until = until - interval '61 minutes'");
    }

    @Test
    void piecesOfWhatNeverArrivedAreSwept() throws Exception {
        var piece = Files.createTempFile(store.incoming, "upload", ".part");

        leftovers.removeOlderThan(DAY);
        assertThat(piece).exists();
        leftovers.removeOlderThan(DAY.negated());

        assertThat(piece).doesNotExist();
    }

    @Test
    void afterADayTheSweeperTakesWhatNobodyUsedAndNothingElse() throws Exception {
        var owner = somebody();
        var shared = unique();
        var forgotten = sent(owner, "esquecida.txt", unique());
        var sharedForgotten = sent(owner, "esquecida.txt", shared);
        var sharedUsed = sent(owner, "usada.txt", shared);
        var drafted = sent(owner, "rascunho.txt", unique());
        var young = sent(owner, "nova.txt", unique());
        attachments.claim(List.of(sharedUsed.id()), owner);
        draft(owner, List.of(drafted.id()));
        old(List.of(forgotten, sharedForgotten, sharedUsed, drafted));

        sweeper.sweepFiles();

        var ids = List.of(forgotten.id(), sharedForgotten.id(), sharedUsed.id(), drafted.id(), young.id());
        assertThat(attachments.find(ids)).containsExactly(sharedUsed, drafted, young);
        assertThat(store.path(forgotten.sha256())).doesNotExist();
        assertThat(store.path(sharedUsed.sha256())).exists();
        everyRowHasItsBytes();
    }

    @Test
    void manyFilesThatDraftsStillNeedDoNotHideTheOthersFromTheSweeper() throws Exception {
        var owner = somebody();
        var needed = sent(owner, "rascunho.txt", unique());
        var forgotten = sent(owner, "esquecida.txt", unique());
        old(List.of(forgotten));
        var copies = copies(needed, owner, 600);
        draft(owner, copies);

        sweeper.sweepFiles();

        assertThat(attachments.find(List.of(forgotten.id()))).isEmpty();
        assertThat(attachments.find(copies)).hasSize(600);
    }

    @Test
    void sweepingAndSendingTheSameContentAtOnceNeverLosesBytes() throws Exception {
        var owner = somebody();
        var same = IntStream.range(0, 3).mapToObj(number -> unique()).toList();

        atOnce(6, number -> {
            for (var round = 0; round < 60; round++) {
                var bytes = same.get((number + round) % same.size());
                if (number < 4) {
                    attachments.discard(sent(owner, "nota.txt", bytes).id(), owner);
                } else {
                    keeping.withoutFile(100).stream().filter(keeping::forget).forEach(keeping::remove);
                }
            }
            return sent(owner, "fica.txt", same.get(number % same.size())).size() > 0 ? 1 : 0;
        });

        assertThat(unusedOf(owner)).isEqualTo(6);
        everyRowHasItsBytes();
    }

    @Test
    void nobodyFillsTheDiskWithFilesThatNothingUses() throws Exception {
        var owner = somebody();
        var file = sent(owner, "nota.txt", unique());
        copies(file, owner, AttachmentsSettings.read().unusedFiles() - 2);

        var kept = atOnce(8, number -> {
            try {
                sent(owner, "mais.txt", unique());
                return 1;
            } catch (RuleViolation refusal) {
                assertThat(refusal.fields().get(0).key()).isEqualTo("attachments.quota.files");
                return 0;
            }
        });

        assertThat(kept.stream().mapToInt(Integer::intValue).sum())
                .as("room for one more")
                .isEqualTo(1);
    }

    private Person somebody() {
        var email = Email.of("p" + UUID.randomUUID() + "@anexos.example");
        return people.get(people.register(new NewPerson("Pessoa de Teste", email, null, null, null, Set.of())));
    }

    private static String unique() {
        return "conteúdo " + UUID.randomUUID();
    }

    private StoredFile sent(Person owner, String name, String bytes) {
        return attachments.store(owner, name, new ByteArrayInputStream(text(bytes)), AllowedFiles.DEFAULT);
    }

    private long unusedOf(Person owner) {
        return rows("select count(*) from attachments_file where used_at is null and owner_id = ?1", owner.id());
    }

    private long rows(String sql, Object argument) {
        return ((Number) em.createNativeQuery(sql).setParameter(1, argument).getSingleResult()).longValue();
    }

    private void everyRowHasItsBytes() {
        List<?> kept = em.createNativeQuery("select sha256 from attachments_content where removed_at is null")
                .getResultList();
        assertThat(kept)
                .isNotEmpty()
                .allSatisfy(sha256 -> assertThat(store.path((String) sha256)).exists());
    }

    private void old(List<StoredFile> some) throws Exception {
        change(
                "update attachments_file set created_at = created_at - interval '25 hours' where id = any(cast(?1 as uuid[]))",
                array(some.stream().map(StoredFile::id).toList()));
    }

    /** That many more files of the same content, two days old. */
    private List<UUID> copies(StoredFile file, Person owner, int count) throws Exception {
        var ids =
                IntStream.range(0, count).mapToObj(number -> UUID.randomUUID()).toList();
        change("""
                insert into attachments_file (id, owner_id, sha256, name, media_type, created_at)
                select id, ?2, ?3, 'copia.txt', 'text/plain', now() - interval '2 days'
                from unnest(cast(?1 as uuid[])) as new (id)""", array(ids), owner.id(), file.sha256());
        return ids;
    }

    private void draft(Person owner, List<UUID> ids) throws Exception {
        var content =
                ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "{\"attachments\":[", "]}"));
        change("""
                insert into tickets_draft (id, version, person_id, content, created_at, updated_at)
                values (gen_random_uuid(), 1, ?2, cast(?1 as jsonb), now(), now())""", content, owner.id());
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

    private static String array(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private interface Numbered {
        int work(int number) throws Exception;
    }

    private static List<Integer> atOnce(int threads, Numbered work) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var tasks = IntStream.range(0, threads)
                    .mapToObj(number -> (Callable<Integer>) () -> work.work(number))
                    .toList();
            var results = new ArrayList<Integer>();
            for (var result : pool.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
