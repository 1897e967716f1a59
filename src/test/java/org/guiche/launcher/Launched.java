package org.guiche.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.guiche.support.Leaks;

/** The distribution that was just built, started as an operator would, in a folder of its own. */
final class Launched {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path START =
            Path.of("target", "guiche", "bin", "guiche").toAbsolutePath();
    private static final String SMALL = "-Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";
    private static final String WITHOUT_ARCHIVE = "-Xshare:auto";

    private final Process process;
    private final Path folder;
    private final Path output;

    private Launched(Path folder, List<String> command, String options) throws IOException {
        this.folder = folder;
        this.output = Files.createTempFile(folder, "output", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_OPTS", SMALL + " " + options);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LC_ALL", "C"); // a poor terminal must not cost us our accents
        process = builder.start();
    }

    static Launched in(Path folder, String... settings) throws IOException {
        return new Launched(folder, command(settings), WITHOUT_ARCHIVE);
    }

    /** As an operator's very first start, which keeps what it can for the next. */
    static Launched plainly(Path folder, String... settings) throws IOException {
        return new Launched(folder, command(settings), "");
    }

    /** As from a terminal, also where these tests were themselves told to outlive theirs, as by {@code nohup}. */
    static Launched inATerminal(Path folder, String... settings) throws IOException {
        var command = new ArrayList<String>();
        if (isDeafToHangUps()) {
            command.addAll(List.of("perl", "-e", "$SIG{HUP} = 'DEFAULT'; exec @ARGV"));
        }
        command.addAll(command(settings));
        return new Launched(folder, command, WITHOUT_ARCHIVE);
    }

    private static boolean isDeafToHangUps() throws IOException {
        var status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line -> (Character.digit(line.charAt(line.length() - 1), 16) & 1) == 1);
    }

    /** With a file system of so many megabytes in that folder, which nobody else sees: {@link #within} leads there. */
    static Launched onASmallDisk(Path folder, Path disk, int megabytes, String... settings) throws IOException {
        var mount = "mount -t tmpfs -o size=" + megabytes + "m tmpfs '" + disk + "' && exec \"$@\"";
        var command =
                new ArrayList<>(List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, "sh"));
        command.addAll(command(settings));
        return new Launched(folder, command, WITHOUT_ARCHIVE);
    }

    /** One that nobody listens on. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Where whatever listens on that port is at home. */
    static URL home(int port) {
        try {
            return URI.create("http://localhost:" + port + "/").toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A path as the product itself sees it. */
    Path within(Path path) {
        return Path.of("/proc/" + process.pid() + "/root")
                .resolve(path.toString().substring(1));
    }

    /** Started by another process, as Maven does, that may be killed alone. */
    static Launched byAnother(Path folder, String... settings) throws IOException {
        var shell = new ArrayList<>(List.of("sh", "-c", "\"$@\" & wait", "sh"));
        shell.addAll(command(settings));
        return new Launched(folder, shell, WITHOUT_ARCHIVE + " -Dguiche.stop.with.parent=true");
    }

    private static List<String> command(String... settings) {
        return Stream.concat(Stream.of(START.toString()), Stream.of(settings)).toList();
    }

    Launched ready() throws Exception {
        eventually(() -> output().contains("Guichê ready at ") || !process.isAlive());
        assertThat(output()).contains("Guichê ready at ");
        return this;
    }

    /** Ends by itself, with one line that says why. */
    String refused() throws Exception {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(output().lines().filter(line -> line.startsWith("Guichê: "))).hasSize(1);
        return output();
    }

    /** Ends by itself; says how. */
    int ended() throws Exception {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() throws Exception {
        process.destroyForcibly().waitFor();
    }

    void terminate() throws Exception {
        process.destroy();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** As when its terminal is closed. */
    void hangUp() throws Exception {
        assertThat(new ProcessBuilder("kill", "-HUP", Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** How Java was started. */
    String commandLine() {
        return process.info().commandLine().orElse("");
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** No process that works on our folder, neither server nor PostgreSQL. */
    void nothingIsLeft() throws Exception {
        eventually(() -> processes(folder).isEmpty());
    }

    static List<ProcessHandle> processes(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(handle -> handle.info().commandLine().orElse("").contains(folder.toString()))
                .toList();
    }

    static void eventually(BooleanSupplier happened) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            Thread.sleep(50);
        }
    }

    /** Neither one of these secrets, nor the database's password, nor what is secret anyway (SECURITY 42). */
    static void noLogHoldsASecret(Path folder, List<String> secrets) throws IOException {
        var all = new ArrayList<>(secrets);
        var data = folder.resolve("data");
        if (Files.exists(data.resolve("database.password"))) {
            all.add(Files.readString(data.resolve("database.password")).strip());
        }
        if (Files.exists(data.resolve("log"))) {
            try (var logs = Files.list(data.resolve("log"))) {
                for (var log : logs.toList()) {
                    Leaks.none(log.toString(), Files.readString(log), all.toArray(new String[0]));
                }
            }
        }
    }
}
