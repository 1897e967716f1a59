package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.guiche.support.Samples.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.guiche.support.S3Server;
import org.guiche.support.TroubledLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a folder into a bucket and back, each content proved where it comes to. */
class StoreMoveTest {

    private static S3Server server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        server = S3Server.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everythingComesThereAndBackAndNothingIsTakenAway() throws IOException {
        var bucket = S3Server.address(server.bucket(), server.port());
        for (var i = 0; i < 20; i++) {
            kept("conteúdo " + i);
        }

        assertThat(moved("file:" + folder, bucket)).containsEntry("copied", 20L).containsEntry("wrong", 0L);
        assertThat(moved("file:" + folder, bucket)).containsEntry("there", 20L);
        assertThat(moved(bucket, "file:" + folder.resolve("other"))).containsEntry("copied", 20L);

        var other = new FolderStore(folder.resolve("other"));
        for (var i = 0; i < 20; i++) {
            assertThat(other.open(StoreContract.hash(text("conteúdo " + i)), 0))
                    .hasBinaryContent(text("conteúdo " + i));
            assertThat(store().size(StoreContract.hash(text("conteúdo " + i)))).isPresent();
        }
    }

    @Test
    void itCountsTheBytesThatItHasDealtWith() throws IOException {
        kept("abc");
        kept("defg");

        assertThat(moved("file:" + folder, "file:" + folder.resolve("other"))).containsEntry("bytes", 7L);
        assertThat(moved("file:" + folder, "file:" + folder.resolve("other"))).containsEntry("bytes", 7L);
    }

    @Test
    void whatIsWrongAtTheNewPlaceIsPutRightEvenWhereItsLengthIsRight() throws IOException {
        var to = folder.resolve("other");
        var sha256 = kept("abc");
        moved("file:" + folder, "file:" + to);
        Files.write(new FolderStore(to).path(sha256), text("abd"));

        var quick = new HashMap<>(what("file:" + folder, "file:" + to));
        quick.put("quick", "");
        assertThat(new StoreMove().apply(quick, now -> {})).containsEntry("there", 1L);
        assertThat(moved("file:" + folder, "file:" + to)).containsEntry("copied", 1L);

        assertThat(new FolderStore(to).path(sha256)).hasContent("abc");
    }

    @Test
    void whatIsWrongWhereItComesFromIsCountedAndNeverGetsItsName() throws IOException {
        var to = folder.resolve("other");
        var sha256 = kept("abc");
        Files.write(store().path(sha256), text("abd"));

        assertThat(moved("file:" + folder, "file:" + to))
                .containsEntry("wrong", 1L)
                .containsEntry("copied", 0L);

        assertThat(new FolderStore(to).size(sha256)).isEmpty();
    }

    @Test
    void aServerThatFailsMidwayEndsItAndTheNextTimeItGoesOn() throws IOException {
        try (var line = TroubledLine.to(server.port())) {
            var name = server.bucket();
            for (var i = 0; i < 30; i++) {
                kept("midway " + i);
            }
            line.refuse(asked -> asked.matches("PUT /.*/(a|b|c|d|e|f)[0-9a-f]/.*"));
            assertThatIllegalStateException()
                    .isThrownBy(() -> moved("file:" + folder, S3Server.address(name, line.port())))
                    .withMessageContaining("503");
            line.heal();

            var count = moved("file:" + folder, S3Server.address(name, line.port()));
            assertThat(count.getOrDefault("copied", 0L) + count.getOrDefault("there", 0L))
                    .isEqualTo(30);
            assertThat(count.get("there")).isPositive();
        }
    }

    private Map<String, Long> moved(String from, String to) {
        return new StoreMove().apply(what(from, to), now -> {});
    }

    private static Map<String, String> what(String from, String to) {
        return Map.of("from", from, "to", to, "key", S3Server.KEY, "secret", S3Server.SECRET);
    }

    private FolderStore store() {
        return new FolderStore(folder);
    }

    private String kept(String content) throws IOException {
        var arrived = Objects.requireNonNull(store().receive(new ByteArrayInputStream(text(content)), 1000));
        store().keep(arrived);
        store().forget(arrived.key());
        return arrived.sha256();
    }
}
