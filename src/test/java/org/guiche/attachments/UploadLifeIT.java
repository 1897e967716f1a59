package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guiche.support.ApiPieces.sha256;
import static org.guiche.support.Samples.letters;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.guiche.accounts.AccessEnded;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.attachments.Receipt.Outcome;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.TooLarge;
import org.guiche.shared.Unavailable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An upload from its beginning to a file or to nothing: whose it is, for how long, how much, and what a crash leaves of it. */
@ExtendWith(ArquillianExtension.class)
class UploadLifeIT {

    private static final Duration LONG = Duration.ofDays(8);
    private static final long GIGABYTE = 1024L * 1024 * 1024;

    @EJB
    LargeUploads uploads;

    @EJB
    Attachments attachments;

    @EJB
    Sweeper sweeper;

    @EJB
    People people;

    @Inject
    FolderStore store;

    @Inject
    Leftovers leftovers;

    @Inject
    UploadSteps steps;

    @Inject
    Event<AccessEnded> ended;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @Resource
    ManagedExecutorService executor;

    @Test
    void anUploadIsItsOwnersAndNobodyElsesThereIsNone() {
        var ana = somebody();
        var rui = somebody();
        var id = begun(ana, 10);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> uploads.find(id, rui));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> receive(id, rui, 0, letters(5)));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> uploads.discard(id, rui));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> uploads.find(UUID.randomUUID(), ana));

        assertThat(receive(id, ana, 0, letters(5)).outcome()).isEqualTo(Outcome.TAKEN);
        assertThatExceptionOfType(NotFound.class)
                .as("half of it is no file yet")
                .isThrownBy(() -> attachments.claim(List.of(id), ana));
        receive(id, ana, 5, letters(5));
        assertThat(attachments.claim(List.of(id), ana)).hasSize(1);
    }

    @Test
    void whoseAccessEndsBetweenTwoPiecesHasNoUploadAnyMore() throws Exception {
        var ana = somebody();
        var id = begun(ana, 10);
        receive(id, ana, 0, letters(5));

        end(ana);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> uploads.find(id, ana));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> receive(id, ana, 5, letters(5)));
        sweeper.sweepFiles();
        assertThat(piece(id)).isFalse();
        assertThat(rows(id)).isZero();
    }

    @Test
    void whoseAccessEndsWhileAPieceComesHasNotSentIt() {
        var ana = somebody();
        var id = begun(ana, 10);
        var last = new FilterInputStream(new ByteArrayInputStream(letters(10))) {

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                var read = super.read(buffer, offset, length);
                if (read < 0) {
                    endQuietly(ana);
                }
                return read;
            }

            @Override
            public int read() throws IOException {
                endQuietly(ana);
                return super.read();
            }
        };

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> uploads.receive(id, ana, chunk(0), last));

        assertThat(attachments.unused(Set.of(id), ana)).isEmpty();
    }

    @Test
    void whatNobodyWentOnWithIsSweptAfterSevenDaysAndWhatCameAnewIsNot() throws Exception {
        var ana = somebody();
        var old = begun(ana, 10);
        receive(old, ana, 0, letters(5));
        var young = begun(ana, 10);
        receive(young, ana, 0, letters(5));
        change(
                "update attachments_upload set expires_at = expires_at - interval '169 hours' where id = cast(?1 as uuid)",
                old);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> uploads.find(old, ana));
        sweeper.sweepFiles();

        assertThat(piece(old)).isFalse();
        assertThat(rows(old)).isZero();
        assertThat(uploads.find(young, ana).received()).isEqualTo(5);
        assertThat(piece(young)).isTrue();
        leftovers.removeOlderThan(LONG.negated());
        assertThat(piece(young)).as("a row speaks of it").isTrue();
    }

    @Test
    void bytesOfAnUploadThatNoRowSpeaksOfAreSwept() {
        var id = UUID.randomUUID();
        store.begin(id); // and then the process died

        leftovers.removeOlderThan(Duration.ofHours(24));
        assertThat(piece(id)).isTrue();
        leftovers.removeOlderThan(LONG.negated());

        assertThat(piece(id)).isFalse();
    }

    @Test
    void aPersonWhoHasSentTooMuchIsToldHowMuch() {
        var ana = somebody();
        for (var i = 0; i < 10; i++) {
            begun(ana, 2 * GIGABYTE);
        }

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> begun(ana, 1))
                .satisfies(refusal -> {
                    assertThat(refusal.fields().get(0).key()).isEqualTo("attachments.quota.person");
                    assertThat(refusal.fields().get(0).args()).containsExactly(20_480L, 20_480);
                });
        assertThat(begun(somebody(), 1)).as("somebody else").isNotNull();
    }

    @Test
    void aUnitThatKeepsTooMuchIsToldHowMuch() throws Exception {
        var ana = somebody();
        var pool = "unit/" + UUID.randomUUID();
        var full = pooled(ana, pool, 2 * GIGABYTE);
        change(
                "update attachments_upload set size = 536870912000 where id = cast(?1 as uuid)",
                full.id()); // 512,000 MB

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> pooled(somebody(), pool, 1))
                .satisfies(refusal -> assertThat(refusal.fields().get(0).key()).isEqualTo("attachments.quota.unit"));
        assertThat(pooled(somebody(), pool + "0", 1)).isNotNull();
    }

    @Test
    void moreThanTheAdministratorsLimitDoesNotBegin() {
        assertThatExceptionOfType(TooLarge.class).isThrownBy(() -> begun(somebody(), 2 * GIGABYTE + 1));
    }

    @Test
    void whatAKilledReceiverHeldIsFreeAgainWhenItsTimeIsOver() throws Exception {
        var ana = somebody();
        var id = begun(ana, 10);
        assertThat(steps.take(uploads.find(id, ana), UUID.randomUUID())).isTrue(); // and then the process died

        assertThat(receive(id, ana, 0, letters(10)).outcome()).isEqualTo(Outcome.BUSY);
        change(
                "update attachments_upload set receiving_until = receiving_until - interval '41 seconds' where id = cast(?1 as uuid)",
                id);

        assertThat(receive(id, ana, 0, letters(10)).outcome()).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void whenTheStoreFailsAtAPieceWhatWasReceivedStaysAndItGoesOn() throws Exception {
        var ana = somebody();
        var id = begun(ana, 10);
        receive(id, ana, 0, letters(5));
        var file = store.incoming.resolve("large").resolve(id.toString());
        var aside = store.incoming.resolve("aside-" + id);
        Files.move(file, aside);
        Files.createDirectory(file); // nothing can be written to it
        try {
            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> receive(id, ana, 5, letters(5)));
        } finally {
            Files.delete(file);
            Files.move(aside, file);
        }

        assertThat(uploads.find(id, ana).received()).isEqualTo(5);
        assertThat(receive(id, ana, 5, letters(5)).upload().isComplete()).isTrue();
    }

    @Test
    void whenAllEndsBetweenTheBytesAndTheRowOfTheLastPieceThatPieceIsAskedForAgain() throws Exception {
        var ana = somebody();
        var id = begun(ana, 10);
        receive(id, ana, 0, letters(5));
        var half = uploads.find(id, ana);
        var turn = UUID.randomUUID();
        assertThat(steps.take(half, turn)).isTrue();
        store.take(half.growing(), List.of(), new ByteArrayInputStream(letters(5)));
        var bytes = letters(10);
        store.keep(new Store.Arrived(store, half.key(), 10, sha256(bytes), new Beginning(bytes)));
        steps.leave(id, turn); // the process died before the row committed

        assertThat(uploads.find(id, ana).received()).isEqualTo(5);
        assertThat(receive(id, ana, 5, letters(5)).upload().isComplete()).isTrue();

        assertThat(attachments.open(attachments.find(Set.of(id)).get(0), 0)).hasBinaryContent(bytes);
    }

    private Upload pooled(Person person, String pool, long size) {
        var upload = uploads.find(begun(person, 1), person);
        var other = UUID.randomUUID();
        var pooled = new Upload(
                other, person.id(), "", pool, "nota.txt", size, 0, 0, store.begin(other), upload.expiresAt());
        steps.begin(pooled);
        return pooled;
    }

    private UUID begun(Person person, long size) {
        return uploads.begin(person, new NewUpload("nota.txt", size, "")).id();
    }

    private Receipt receive(UUID id, Person person, long offset, byte[] bytes) {
        return uploads.receive(id, person, chunk(offset), new ByteArrayInputStream(bytes));
    }

    private static Chunk chunk(long offset) {
        return new Chunk(offset, -1, null);
    }

    private void end(Person person) throws Exception {
        transaction.begin();
        ended.fire(new AccessEnded(person.id()));
        transaction.commit();
    }

    private void endQuietly(Person person) throws IOException {
        try {
            executor.submit(() -> {
                        end(person);
                        return person;
                    })
                    .get(); // another request's doing
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException(e);
        }
    }

    private boolean piece(UUID id) {
        return Files.exists(store.incoming.resolve("large").resolve(id.toString()));
    }

    private long rows(UUID id) {
        return ((Number) em.createNativeQuery("select count(*) from attachments_upload where id = cast(?1 as uuid)")
                        .setParameter(1, id.toString())
                        .getSingleResult())
                .longValue();
    }

    private void change(String sql, UUID id) throws Exception {
        transaction.begin();
        em.createNativeQuery(sql).setParameter(1, id.toString()).executeUpdate();
        transaction.commit();
    }

    private Person somebody() {
        var email = Email.of("p" + UUID.randomUUID() + "@grandes.example");
        return people.get(people.register(new NewPerson("Pessoa de Teste", email, null, null, null, Set.of())));
    }
}
