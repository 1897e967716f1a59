package org.guiche.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How fast a large file comes in, against what the same disk writes in the same run: as many bytes, forced out as often, turn and turn
 * about. Some come before anything is measured.
 */
final class Uploads {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int PIECE = 8 * MEGABYTE;
    private static final int PIECES = 32;
    private static final int ROUNDS = 5;
    private static final int WARM_UPS = 3;
    private static final double SHARE = 60;
    private static final String WHERE = "/api/v1/uploads/large";

    private final Report report;
    private final int size;
    private final Path folder;

    Uploads(Report report, int size, Path folder) {
        this.report = report;
        this.size = size;
        this.folder = folder;
    }

    void measure(Connection database) throws Exception {
        var random = new SplittableRandom(1);
        double disk = 0;
        double ours = 0;
        var tokens = Town.tokens(database, ROUNDS);
        for (var token : tokens.subList(0, WARM_UPS)) {
            var bytes = new byte[PIECE];
            random.nextBytes(bytes);
            sent(token, bytes);
        }
        for (var token : tokens) {
            var bytes = new byte[PIECE];
            random.nextBytes(bytes);
            disk += written(bytes);
            ours += sent(token, bytes);
        }
        var all = (double) ROUNDS * PIECES * PIECE / MEGABYTE;
        report.tell(size, "the disk writes", all / disk, "MB/s");
        report.tell(size, "a large file comes in, to its last byte kept", all / ours, "MB/s");
        report.atLeast(size, "share of what the disk writes", 100 * disk / ours, SHARE, "%");
    }

    /** In seconds. */
    private double written(byte[] bytes) throws IOException {
        var file = Files.createTempFile(folder, "disk", ".raw");
        var from = System.nanoTime();
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < PIECES; i++) {
                for (var piece = ByteBuffer.wrap(bytes); piece.hasRemaining(); ) {
                    out.write(piece);
                }
                out.force(true);
            }
            return (System.nanoTime() - from) / 1e9;
        } finally {
            Files.delete(file);
        }
    }

    /** In seconds, from its announcement to its last answer; it is nobody's afterwards but its sender's, and swept a day later. */
    private static double sent(String token, byte[] bytes) throws IOException {
        try (var wire = new Wire(Installation.PORT).with("Authorization", "Bearer " + token)) {
            wire.with("Tus-Resumable", "1.0.0");
            var from = System.nanoTime();
            var name = Base64.getEncoder().encodeToString("medida.raw".getBytes(StandardCharsets.UTF_8));
            var begun = wire.send(
                    "POST",
                    WHERE,
                    Map.of(
                            "Upload-Length",
                            Long.toString((long) PIECES * PIECE),
                            "Upload-Metadata",
                            "filename " + name,
                            "Content-Length",
                            "0"),
                    new byte[0]);
            expect(begun, 201);
            var address = WHERE + begun.header("location").replaceFirst(".*/", "/");
            for (long offset = 0; offset < (long) PIECES * PIECE; offset += PIECE) {
                var headers = new LinkedHashMap<String, String>();
                headers.put("Content-Type", "application/offset+octet-stream");
                headers.put("Upload-Offset", Long.toString(offset));
                headers.put("Content-Length", Integer.toString(bytes.length));
                expect(wire.send("PATCH", address, headers, bytes), 204);
            }
            return (System.nanoTime() - from) / 1e9;
        }
    }

    private static void expect(Answer answer, int status) throws IOException {
        if (answer.status() != status) {
            throw new IOException(answer.status() + " " + answer.text());
        }
    }
}
