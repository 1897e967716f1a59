package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;
import static org.guiche.support.Samples.noise;
import static org.guiche.support.Samples.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.assertj.core.util.Throwables;
import org.guiche.support.S3Server;
import org.guiche.support.TroubledLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket of a real server is a store, also one whose server is busy, away, or cuts the line. */
class S3StoreTest extends StoreContract {

    private static final int MEGABYTE = 1024 * 1024;

    private static S3Server server;
    private static S3Client client;

    private TroubledLine line;
    private String bucket;
    private S3Store store;

    @BeforeAll
    static void start() {
        server = S3Server.started();
        client = server.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @BeforeEach
    void open() {
        line = TroubledLine.to(server.port());
        bucket = server.bucket();
        store = new S3Store(settings(bucket, S3Server.SECRET));
    }

    @AfterEach
    void close() {
        store.close();
        line.close();
    }

    private S3Settings settings(String name, String secret) {
        return S3Settings.of(S3Server.address(name, line.port()), S3Server.KEY, secret);
    }

    @Override
    Store store() {
        return store;
    }

    @Override
    List<String> everything() {
        return client.listObjectsV2(list -> list.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Override
    void damage(String sha256) {
        client.putObject(
                put -> put.bucket(bucket).key("guiche/" + S3Survey.content(sha256)), RequestBody.fromBytes(text("a")));
    }

    @Test
    void aServerThatIsBusyOnceIsAskedAgainAndNobodyHearsOfIt() throws IOException {
        var bytes = noise(9 * MEGABYTE);
        var large = new Large();

        line.refuse(everyOther());
        large.take(bytes);
        store.join(large.growing(), large.pieces, () -> {});
        store.keep(new Store.Arrived(store, large.key, bytes.length, hash(bytes), new Beginning(new byte[0])));
        line.heal();

        assertThat(read(store.open(hash(bytes), 0))).isEqualTo(bytes);
    }

    @Test
    void aServerThatFailsInTheMiddleOfAPieceLeavesWhatCountsAndThePieceCanComeAgain() throws IOException {
        var large = new Large();
        large.take(text("abc"));
        var puts = new AtomicInteger();
        line.refuse(asked -> asked.startsWith("PUT ") && puts.incrementAndGet() > 1);

        assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> large.take(noise(18 * MEGABYTE)));
        line.heal();
        large.take(text("def"));

        assertThat(read(store.received(large.growing(), large.pieces))).isEqualTo(text("abcdef"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST .*uploads.*", "PUT .*partNumber=2.*", "POST .*uploadId=.*"})
    void aServerThatFailsWhilePiecesBecomeOneCanDoItLater(String asked) throws IOException {
        var bytes = noise(17 * MEGABYTE);
        var large = new Large();
        large.take(bytes);
        line.refuse(request -> request.matches(asked));

        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> store.join(large.growing(), large.pieces, () -> {}));
        line.heal();
        store.join(large.growing(), large.pieces, () -> {});

        assertThat(read(store.read(large.key, 0))).isEqualTo(bytes);
        assertThat(client.listMultipartUploads(list -> list.bucket(bucket)).uploads())
                .as("nothing half done")
                .isEmpty();
    }

    @Test
    void aServerThatFailsWhileKeepingKeepsNothingAndLosesNothing() throws IOException {
        var arrived = Objects.requireNonNull(store.receive(new ByteArrayInputStream(text("abc")), 1000));
        line.refuse(asked -> asked.startsWith("PUT "));
        assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> store.keep(arrived));
        assertThat(store.size(arrived.sha256())).isEmpty();
        line.heal();

        store.keep(arrived);

        assertThat(read(store.open(arrived.sha256(), 0))).isEqualTo(text("abc"));
    }

    @Test
    void whatACrashLeftHalfPutTogetherIsSweptWhenItIsOld() {
        client.createMultipartUpload(half -> half.bucket(bucket).key("guiche/incoming/small/um/whole"));

        store.removePieces(store.now().minus(Duration.ofHours(1)));
        assertThat(client.listMultipartUploads(list -> list.bucket(bucket)).uploads())
                .hasSize(1);
        store.removePieces(store.now().plus(Duration.ofHours(1)));
        assertThat(client.listMultipartUploads(list -> list.bucket(bucket)).uploads())
                .isEmpty();
    }

    @Test
    void aServerThatIsAwaySaysSoInSeconds() {
        line.close();
        var begun = System.nanoTime();

        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> store.receive(new ByteArrayInputStream(text("abc")), 1000));
        assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> store.open("ab".repeat(32), 0));
        assertThatExceptionOfType(StoreFailure.class).isThrownBy(store::check);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aLineThatIsCutWhileReadingIsGoneOnWithFromThere() throws IOException {
        var bytes = noise(5 * MEGABYTE);
        var sha256 = kept(bytes);

        line.cutAfter(2 * MEGABYTE);

        assertThat(read(store.open(sha256, 100))).isEqualTo(Arrays.copyOfRange(bytes, 100, bytes.length));
    }

    @Test
    void manyAtOnceShareALittleMemoryAndEachFileIsWhole() throws Exception {
        var small = new S3Store(settings(bucket, S3Server.SECRET), 2L * MEGABYTE);
        var pool = Executors.newFixedThreadPool(8);
        try {
            var hashes = IntStream.range(0, 8)
                    .mapToObj(number -> pool.submit(() -> {
                        var bytes = noise(9 * MEGABYTE + number);
                        var arrived =
                                Objects.requireNonNull(small.receive(new ByteArrayInputStream(bytes), 10L * MEGABYTE));
                        small.keep(arrived);
                        assertThat(read(small.open(hash(bytes), 0))).isEqualTo(bytes);
                        return arrived.sha256().equals(hash(bytes));
                    }))
                    .toList();
            for (var hash : hashes) {
                assertThat(hash.get()).isTrue();
            }
        } finally {
            pool.shutdown();
            small.close();
        }
    }

    @Test
    void aWrongSettingIsSaidInTheServersWordsAndWithoutTheSecret() {
        store.check();
        var elsewhere = new S3Store(settings("nenhum-balde", S3Server.SECRET));
        var stranger = new S3Store(settings(bucket, "segredo-errado"));

        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(elsewhere::check)
                .extracting(StoreFailure::reason)
                .asString()
                .contains("NoSuchBucket");
        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(stranger::check)
                .satisfies(failure -> assertThat(failure.reason())
                        .contains("SignatureDoesNotMatch")
                        .doesNotContain("segredo"))
                .asInstanceOf(throwable(StoreFailure.class))
                .hasStackTraceContaining("SignatureDoesNotMatch")
                .satisfies(
                        failure -> assertThat(Throwables.getStackTrace(failure)).doesNotContain("segredo"));
        elsewhere.close();
        stranger.close();
    }

    private static Predicate<String> everyOther() {
        var asked = new AtomicInteger();
        return request -> !request.isEmpty() && asked.incrementAndGet() % 2 == 1;
    }
}
