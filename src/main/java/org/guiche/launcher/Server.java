package org.guiche.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult.ExitStatus;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The server in this process, with the war as its only application, at the root. */
final class Server {

    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=";
    private static final String NAME = "guiche";

    private final Settings settings;
    private final DataFolder folder;
    private @Nullable PayaraMicroRuntime runtime;

    Server(Settings settings, DataFolder folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /** Asked first: a server whose port is taken would start all the same and answer nobody. */
    void requireFreePort() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections of a former run may still linger
            socket.bind(new InetSocketAddress(settings.address(), settings.port()));
        } catch (IOException e) {
            throw new Refusal("launcher.port.taken", settings.port(), settings.address(), e.getMessage());
        }
    }

    /** Starts the server, without the application; nothing is asked of the database yet. */
    void boot() {
        try {
            var logging = Logging.configure(folder);
            Console.keepFrom(folder.log().resolve("server-output.log"));
            runtime = boot(logging);
        } catch (BootstrapException | IOException e) {
            throw new Refusal("launcher.deployment.failed", e.getMessage(), Logging.file(folder));
        }
    }

    /** Returns when the application answers. */
    void deploy() {
        var running = Objects.requireNonNull(runtime);
        running.deploy(NAME, "/", Distribution.war().toFile()); // says true even when it failed
        if (!running.getDeployedApplicationNames().contains(NAME) || !answers()) {
            throw new Refusal("launcher.deployment.failed", Logging.reason(), Logging.file(folder));
        }
    }

    private PayaraMicroRuntime boot(Path logging) throws BootstrapException {
        var program = Distribution.server();
        var root = folder.emptied("server");
        for (var part : List.of("config", "docroot", "lib")) {
            DataFolder.copy(program.resolve(part), root.resolve(part));
        }
        System.setProperty(
                "fish.payara.micro.BootJar",
                program.resolve("launch-micro.jar").toUri().toString());
        System.setProperty("fish.payara.micro.UnpackDir", program.toString());
        return PayaraMicro.getInstance()
                .setRootDir(root.toFile())
                .setLogPropertiesFile(logging.toFile())
                .setNoHazelcast(true)
                .setHttpPort(settings.port())
                .setPrintLogo(false)
                .setPreBootHandler(this::configure)
                .bootStrap();
    }

    private void configure(AdminCommandRunner server) {
        try (var lines = Files.lines(Distribution.serverCommands())) {
            lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> run(server, line));
        } catch (IOException e) {
            throw new Refusal("launcher.config.missing", Distribution.serverCommands());
        }
        run(server, "set " + LISTENER + settings.address());
    }

    private static void run(AdminCommandRunner server, String line) {
        var parts = line.strip().split("\\s+", 2);
        var result = server.run(parts[0], parts.length > 1 ? parts[1].split("\\s+") : new String[0]);
        if (result.getExitStatus() == ExitStatus.FAILURE) {
            throw new Refusal("launcher.server.refused", line, result.getOutput());
        }
    }

    /** Asks for the first page, as the first visitor does; says whether anybody answered. */
    boolean answers() {
        try {
            var front = (HttpURLConnection) new URL("http", host(), settings.port(), "/").openConnection();
            return front.getResponseCode() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String host() {
        return settings.address().equals("0.0.0.0") || settings.address().equals("::")
                ? InetAddress.getLoopbackAddress().getHostAddress()
                : settings.address();
    }
}
