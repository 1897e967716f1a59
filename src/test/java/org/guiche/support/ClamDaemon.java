package org.guiche.support;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The machine's own ClamAV daemon, with a signature of ours and nothing else: it knows the EICAR test string wherever that stands, takes
 * {@value #MOST} bytes at most, and is told of viruses by nobody.
 */
public final class ClamDaemon implements AutoCloseable {

    /** What it takes. */
    public static final int MOST = 12 * 1024 * 1024;

    /** What it calls what it finds. */
    public static final String FOUND = "Guiche.Eicar.UNOFFICIAL";

    private static final Logger LOG = Logger.getLogger(ClamDaemon.class.getName());
    private static final String READY = "Self checking";

    private final Process process;
    private final int port;

    private ClamDaemon(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The test string of the European Institute for Computer Antivirus Research; in parts, so that no scanner takes this class away. */
    public static byte[] eicar() {
        return String.join(
                        "",
                        List.of("X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR", "-STANDARD-ANTIVIRUS-", "TEST-FILE!$H+H*"))
                .getBytes(US_ASCII);
    }

    /** Starts one; it listens when this returns. */
    public static ClamDaemon started() {
        try {
            var folder = Files.createTempDirectory("guiche-clamd");
            var port = freePort();
            var signatures = Files.createDirectory(folder.resolve("signatures"));
            Files.writeString(
                    signatures.resolve("guiche.ndb"),
                    "Guiche.Eicar:0:*:" + HexFormat.of().formatHex(eicar()) + "\n");
            var settings = Files.writeString(folder.resolve("clamd.conf"), settings(folder, signatures, port));
            var process = new ProcessBuilder(binary(), "--config-file=" + settings)
                    .redirectErrorStream(true)
                    .start();
            await(process);
            return new ClamDaemon(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String settings(Path folder, Path signatures, int port) {
        var user = System.getProperty("user.name").equals("root") ? "User root\n" : "";
        return user + "DatabaseDirectory " + signatures + "\nTemporaryDirectory " + folder + "\nTCPSocket " + port
                + "\nTCPAddr 127.0.0.1\nScanImageFuzzyHash no\nForeground yes\nAlertExceedsMax yes\nStreamMaxLength "
                + MOST + "\n";
    }

    private static void await(Process process) throws IOException {
        var said = new StringBuilder();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains(READY)) {
                drain(lines);
                return;
            }
        }
        throw new IllegalStateException("clamd did not start:\n" + said);
    }

    /** It says what it finds, and stands still once nobody reads that. */
    private static void drain(BufferedReader lines) {
        var reading = new Thread(
                () -> {
                    try {
                        lines.transferTo(Writer.nullWriter());
                    } catch (IOException e) {
                        LOG.log(Level.FINE, "clamd is gone", e);
                    }
                },
                "clamd-lines");
        reading.setDaemon(true);
        reading.start();
    }

    private static String binary() {
        return Optional.ofNullable(System.getenv("GUICHE_CLAMD"))
                .or(() -> Stream.concat(
                                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)),
                                Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin"))
                        .map(folder -> Path.of(folder, "clamd"))
                        .filter(Files::isExecutable)
                        .map(Path::toString)
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("No virus scanner for the tests: install ClamAV's daemon "
                        + "(Debian: apt-get install --no-install-recommends clamav-daemon), or name a clamd in the "
                        + "environment variable GUICHE_CLAMD"));
    }

    /** Nobody listens there at the moment. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
