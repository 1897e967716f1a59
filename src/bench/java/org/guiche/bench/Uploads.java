package org.guiche.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How fast a large file comes in, against what the same disk writes in the same run: as many bytes, forced out as often, turn and turn
 * about. Some come before anything is measured.
 */
final class Uploads {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int[] PIECES = {8, 16, 32, 64, 64, 64, 8}; // as the page's grow on a line this fast
    private static final int LARGEST = 64 * MEGABYTE;
    private static final long SIZE = 256L * MEGABYTE;
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
        double hashed = 0;
        var tokens = Town.tokens(database, ROUNDS);
        for (var token : tokens.subList(0, WARM_UPS)) {
            sent(token, bytes(random), false);
        }
        for (var token : tokens) {
            var bytes = bytes(random);
            disk += written(bytes);
            ours += sent(token, bytes, false);
            hashed += sent(token, bytes, true);
        }
        var all = (double) ROUNDS * SIZE / MEGABYTE;
        report.tell(size, "the disk writes", all / disk, "MB/s");
        report.tell(size, "a large file comes in, to its last byte kept", all / ours, "MB/s");
        report.tell(size, "the same with a hash of each piece", all / hashed, "MB/s");
        report.atLeast(size, "share of what the disk writes", 100 * disk / ours, SHARE, "%");
    }

    private static byte[] bytes(SplittableRandom random) {
        var bytes = new byte[LARGEST];
        random.nextBytes(bytes);
        return bytes;
    }

    /** In seconds. */
    private double written(byte[] bytes) throws IOException {
        var file = Files.createTempFile(folder, "disk", ".raw");
        var from = System.nanoTime();
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int megabytes : PIECES) {
                for (var piece = ByteBuffer.wrap(bytes, 0, megabytes * MEGABYTE); piece.hasRemaining(); ) {
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
    private static double sent(String token, byte[] bytes, boolean hashed) throws Exception {
        var pieces = pieces(bytes);
        var hashes = hashes(pieces, hashed);
        try (var wire = new Wire(Installation.PORT).with("Authorization", "Bearer " + token)) {
            wire.with("Tus-Resumable", "1.0.0");
            var from = System.nanoTime();
            var name = Base64.getEncoder().encodeToString("medida.raw".getBytes(StandardCharsets.UTF_8));
            var begun = wire.send(
                    "POST",
                    WHERE,
                    Map.of(
                            "Upload-Length",
                            Long.toString(SIZE),
                            "Upload-Metadata",
                            "filename " + name,
                            "Content-Length",
                            "0"),
                    new byte[0]);
            expect(begun, 201);
            var address = WHERE + begun.header("location").replaceFirst(".*/", "/");
            long offset = 0;
            for (int i = 0; i < pieces.size(); i++) {
                var piece = pieces.get(i);
                var headers = new LinkedHashMap<>(hashes.get(i));
                headers.put("Content-Type", "application/offset+octet-stream");
                headers.put("Upload-Offset", Long.toString(offset));
                headers.put("Content-Length", Integer.toString(piece.length));
                expect(wire.send("PATCH", address, headers, piece), 204);
                offset += piece.length;
            }
            return (System.nanoTime() - from) / 1e9;
        }
    }

    private static List<byte[]> pieces(byte[] bytes) {
        var pieces = new ArrayList<byte[]>();
        for (int megabytes : PIECES) {
            var size = megabytes * MEGABYTE;
            pieces.add(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
        }
        return pieces;
    }

    /** What is said of each, which is made before it is sent. */
    private static List<Map<String, String>> hashes(List<byte[]> pieces, boolean hashed)
            throws NoSuchAlgorithmException {
        var hashes = new ArrayList<Map<String, String>>();
        for (var piece : pieces) {
            var hash = MessageDigest.getInstance("SHA-256").digest(piece);
            hashes.add(
                    hashed
                            ? Map.of(
                                    "Upload-Checksum",
                                    "sha256 " + Base64.getEncoder().encodeToString(hash))
                            : Map.of());
        }
        return hashes;
    }

    private static void expect(Answer answer, int status) throws IOException {
        if (answer.status() != status) {
            throw new IOException(answer.status() + " " + answer.text());
        }
    }
}
