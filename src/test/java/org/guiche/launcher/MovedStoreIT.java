package org.guiche.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.support.Samples.noise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guiche.support.Api;
import org.guiche.support.ApiPieces;
import org.guiche.support.ClamDaemon;
import org.guiche.support.S3Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Attachments that move from the folder into a bucket and back, by a command that is killed at each step; a real server keeps them. */
class MovedStoreIT {

    private static final int FILES = 24;
    private static final int PIECE = 9_000_000;
    private static final String CONTENT = ".*/[0-9a-f]{64}";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Map<String, byte[]> sent = new HashMap<>();
    private final int port = ClamDaemon.freePort();
    private final S3Server server = S3Server.started();
    private final S3Client client = server.client();
    private final String bucket = server.bucket();
    private Api bruno = Api.at(Launched.home(port));

    @AfterEach
    void aFailedTestLeavesNothing() throws Exception {
        Launched.noLogHoldsASecret(
                folder,
                Stream.concat(Api.tokens().stream(), Stream.of(S3Server.SECRET)).toList());
        Launched.processes(folder).forEach(ProcessHandle::destroyForcibly);
        client.close();
        server.close();
    }

    @Test
    void killedAtEachStepTheMoveGoesOnAndTheProductGoesOnWhereItLed() throws Exception {
        var node = started();
        bruno = Api.at(Launched.home(port)).as("bruno@jatoba.example");
        for (var i = 0; i < FILES; i++) {
            send("nota" + i + ".raw", noise(200_000 + i));
        }
        var half = noise(2 * PIECE);
        var pieces = new ApiPieces(bruno);
        var large = pieces.begun("grande.raw", half.length);
        assertThat(pieces.piece(large, 0, Arrays.copyOf(half, PIECE)).statusCode())
                .isEqualTo(204);
        node.terminate();

        for (var after : new int[] {0, 1, FILES / 3, FILES - 2}) {
            killedAfter(after, move(address()));
        }
        assertThat(move(address()).ended()).isZero();
        assertThat(move(address(), "--quick").ended()).as("once more").isZero();
        assertThat(contents()).as("in the bucket").isGreaterThanOrEqualTo(FILES);
        assertThat(kept()).as("still in the folder").isGreaterThanOrEqualTo(FILES);

        node = started(inTheBucket());
        everythingIsThere();
        var one = sent.entrySet().iterator().next();
        assertThat(bruno.open("attachments/" + one.getKey(), "Range", "bytes=100-199")
                        .body())
                .hasBinaryContent(Arrays.copyOfRange(one.getValue(), 100, 200));
        assertThat(pieces.offset(large)).as("of the unfinished upload").isEqualTo(PIECE);
        assertThat(pieces.piece(large, PIECE, Arrays.copyOfRange(half, PIECE, half.length))
                        .statusCode())
                .isEqualTo(204);
        sent.put(large, half);
        send("nova.raw", noise(300_000));
        everythingIsThere();
        node.terminate();

        var back = move(
                "file:" + folder.resolve("data/attachments"),
                Stream.concat(Stream.of("--remove"), Stream.of(inTheBucket())).toArray(String[]::new));
        assertThat(back.ended()).as(back.output()).isZero();
        assertThat(contents()).as("asked to leave nothing").isZero();
        node = started();
        everythingIsThere();

        assertThat(move(address()).ended()).as("while the product runs").isEqualTo(3);
        assertThat(contents()).isEqualTo(kept());
        node.terminate();
        node.nothingIsLeft();
    }

    @Test
    void aPlaceThatCannotBeUsedIsRefusedAndSaidWithoutTheSecret() throws Exception {
        var nowhere = move(S3Server.address("nenhum-balde", server.port()));

        assertThat(nowhere.refused()).contains("NoSuchBucket").doesNotContain(S3Server.SECRET);
        assertThat(move("file:" + folder.resolve("data/attachments")).refused()).contains("--to=");
    }

    private void killedAfter(int contents, Launched move) throws Exception {
        Launched.eventually(() -> !move.isAlive() || (move.output().contains("Copiando") && contents() >= contents));
        move.kill();
    }

    private long contents() {
        return client.listObjectsV2(list -> list.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .filter(key -> key.matches(CONTENT))
                .peek(this::isWhole)
                .count();
    }

    /** What has a name is right, at whatever moment. */
    private void isWhole(String key) {
        var bytes = client.getObject(get -> get.bucket(bucket).key(key), ResponseTransformer.toBytes());
        assertThat(key).endsWith(ApiPieces.sha256(bytes.asByteArray()));
    }

    private long kept() throws IOException {
        try (var files = Files.walk(folder.resolve("data/attachments"))) {
            return files.filter(file -> file.toString().matches(CONTENT)).count();
        }
    }

    private void send(String name, byte[] bytes) {
        var answer = bruno.upload(name, bytes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        sent.put(Api.json(answer).getString("uploadId"), bytes);
    }

    private void everythingIsThere() {
        sent.forEach((id, bytes) ->
                assertThat(bruno.open("attachments/" + id).body()).as(id).hasBinaryContent(bytes));
    }

    private Launched started(String... more) throws Exception {
        return Launched.in(folder, settings(more)).ready();
    }

    private Launched move(String to, String... more) throws IOException {
        var arguments = Stream.concat(Stream.of("move-attachments", "--to=" + to), Stream.of(settings(more)));
        return Launched.in(folder, arguments.toArray(String[]::new));
    }

    private String[] settings(String... more) {
        var settings = List.of(
                "guiche.http.port=" + port,
                "guiche.demo=true",
                "guiche.attachments.s3.key=" + S3Server.KEY,
                "guiche.attachments.s3.secret=" + S3Server.SECRET);
        return Stream.concat(settings.stream(), Stream.of(more)).toArray(String[]::new);
    }

    private String address() {
        return S3Server.address(bucket, server.port());
    }

    private String[] inTheBucket() {
        return new String[] {"guiche.attachments.store=" + address()};
    }
}
