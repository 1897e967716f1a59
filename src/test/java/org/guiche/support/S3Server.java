package org.guiche.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A server that speaks S3 and checks signatures, in a process of its own that listens here only; what it keeps goes with it. */
public final class S3Server implements AutoCloseable {

    public static final String KEY = "guiche";
    public static final String SECRET = "segredo-do-balde-" + UUID.randomUUID();

    private static final Path JAR =
            Path.of("target", "s3-server", "s3-server.jar").toAbsolutePath();
    private static final long PATIENCE = 60_000;

    private final Process process;
    private final int port;

    private S3Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one; it answers when this returns. */
    public static S3Server started() {
        try {
            var folder = Files.createTempDirectory("guiche-s3");
            Files.createDirectory(folder.resolve("kept"));
            var port = freePort();
            var settings = Files.writeString(
                    folder.resolve("s3.properties"), """
                    s3proxy.endpoint=http://127.0.0.1:%d
                    s3proxy.authorization=aws-v2-or-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    jclouds.provider=filesystem-nio2
                    jclouds.filesystem.basedir=%s
                    """.formatted(port, KEY, SECRET, folder.resolve("kept")));
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var process = new ProcessBuilder(
                            java,
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            JAR.toString(),
                            "--properties",
                            settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.txt").toFile())
                    .start();
            var server = new S3Server(process, port);
            server.await();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await() {
        var end = System.currentTimeMillis() + PATIENCE;
        while (!isListening()) {
            if (!process.isAlive() || System.currentTimeMillis() > end) {
                throw new IllegalStateException("the S3 server did not start; is " + JAR + " there?");
            }
            Thread.onSpinWait();
        }
    }

    private boolean isListening() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    /** A new bucket; its name. */
    public String bucket() {
        var name = "anexos-" + UUID.randomUUID();
        try (var client = client()) {
            client.createBucket(bucket -> bucket.bucket(name));
        }
        return name;
    }

    /** Past whatever stands before it. */
    public S3Client client() {
        return S3Client.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)))
                .build();
    }

    /** The address of a bucket as a setting says it, on that port. */
    public static String address(String bucket, int port) {
        return "s3://" + bucket + "?endpoint=http://127.0.0.1:" + port + "&region=us-east-1&prefix=guiche";
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
