package org.guiche.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guiche.support.Samples.noise;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.guiche.support.Api;
import org.guiche.support.ApiPieces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A real file system that is full (SECURITY Z6): it is said so, nothing that was there is lost, and it goes on when there is room. */
class FullDiskIT {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int DISK = 24;
    private static final int PIECE = 5 * MEGABYTE;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @AfterEach
    void aFailedTestLeavesNothing() throws Exception {
        Launched.noLogHoldsASecret(folder, List.copyOf(Api.tokens()));
        Launched.processes(folder).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void aFullDiskIsSaidLosesNothingAndIsForgottenWhenThereIsRoomAgain() throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        var port = Launched.freePort();
        var node = Launched.onASmallDisk(
                        folder,
                        disk,
                        DISK,
                        "guiche.http.port=" + port,
                        "guiche.demo=true",
                        "guiche.attachments.store=file:" + disk)
                .ready();
        var bruno = Api.at(Launched.home(port)).as("bruno@jatoba.example");
        var pieces = new ApiPieces(bruno);
        var kept = noise(MEGABYTE);
        var keptId = id(bruno.upload("guardado.raw", kept));
        var large = noise(2 * PIECE);
        var largeId = pieces.begun("grande.raw", large.length);
        assertThat(pieces.piece(largeId, 0, Arrays.copyOf(large, PIECE)).statusCode())
                .isEqualTo(204);
        var ballast = node.within(disk.resolve("ballast"));
        fill(ballast);

        refuses(bruno.upload("novo.raw", noise(2 * MEGABYTE)), "novo.raw");
        refuses(pieces.piece(largeId, PIECE, Arrays.copyOfRange(large, PIECE, 2 * PIECE)), "grande.raw");
        refuses(pieces.begin("outro.raw", large.length), "outro.raw");
        assertThat(pieces.offset(largeId)).as("what had been acknowledged").isEqualTo(PIECE);
        assertThat(open(bruno, keptId)).as("with a file that was there").isEqualTo(201);
        assertThat(bruno.open("attachments/" + keptId).body()).hasBinaryContent(kept);

        Files.delete(ballast);
        assertThat(pieces.piece(largeId, PIECE, Arrays.copyOfRange(large, PIECE, 2 * PIECE))
                        .statusCode())
                .isEqualTo(204);
        assertThat(open(bruno, largeId)).isEqualTo(201);
        assertThat(bruno.open("attachments/" + largeId).body()).hasBinaryContent(large);
        var later = noise(2 * MEGABYTE);
        var laterId = id(bruno.upload("novo.raw", later));
        assertThat(open(bruno, laterId)).isEqualTo(201);
        assertThat(bruno.open("attachments/" + laterId).body()).hasBinaryContent(later);
        assertThat(leftOver(node.within(disk.resolve("incoming"))))
                .as("half files")
                .isEmpty();
        node.terminate();
        node.nothingIsLeft();
    }

    private static void refuses(HttpResponse<String> answer, String name) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(503, 507);
        assertThat(Api.json(answer).getString("detail"))
                .contains(name, "sem espaço")
                .contains("O que já chegou está guardado");
    }

    private static String id(HttpResponse<String> uploaded) {
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        return Api.json(uploaded).getString("uploadId");
    }

    private static int open(Api bruno, String file) {
        return bruno.post(
                        "tickets",
                        "{'unit':'loja','subject':'Cheio','description':'Veja.','answers':{'pedido':'88121'},'attachments':['"
                                + file + "']}")
                .statusCode();
    }

    private static void fill(Path ballast) throws IOException {
        var some = ByteBuffer.allocate(MEGABYTE / 4);
        try (var out = FileChannel.open(ballast, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            assertThatThrownBy(() -> {
                        while (out.size() < DISK * (long) MEGABYTE) {
                            out.write(some.rewind());
                        }
                    })
                    .hasMessageContaining("No space");
        }
    }

    private static List<Path> leftOver(Path incoming) throws IOException {
        try (var files = Files.walk(incoming)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
