package org.guiche.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** One PostgreSQL for the whole suite of container tests, and what its server is told; unit tests never start it. */
public final class TestDatabase implements LauncherSessionListener {

    private static final String LOOPBACK =
            "\nset configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1\n";

    private EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Boolean.getBoolean("guiche.test.container")) {
            return;
        }
        try {
            startDatabase();
            configureServer();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The suite's services did not start", e);
        }
    }

    /** As in production the application is no administrator of its database. */
    private void startDatabase() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(Path.of(System.getProperty("guiche.test.folder"), "database"))
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "pt-BR")
                .setLocaleConfig("locale", "C.UTF-8")
                .start();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role guiche login");
            statement.execute("create database guiche owner guiche");
        }
    }

    private void configureServer() throws IOException {
        var url = postgres.getJdbcUrl("guiche", "guiche");
        System.setProperty("guiche.test.db.url", url);
        System.setProperty("guiche.test.db.admin", postgres.getJdbcUrl("postgres", "postgres"));
        var agent = System.getProperty("guiche.test.agent", ""); // of a coverage run
        var options =
                System.getProperty("guiche.test.jvm.fixed") + " -Dguiche.db.url=" + url + provider() + " " + agent;
        System.setProperty("guiche.test.jvm", options.strip());
        System.setProperty("guiche.test.port", Integer.toString(freePort()));
        var commands = Files.readString(Path.of("config", "server.asadmin")) + LOOPBACK;
        Files.createDirectories(Path.of(System.getProperty("guiche.test.jars")));
        Files.writeString(Path.of(System.getProperty("guiche.test.boot")), commands);
        forgetLog(Path.of(System.getProperty("guiche.test.log")));
    }

    /** Two servers that start at once would both find the first port free. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Everybody may also sign in through a provider, who makes agents and supervisors. */
    private static String provider() {
        return " -Dguiche.oidc.issuer=" + OpenIdProvider.running().issuer() + " -Dguiche.oidc.client.id="
                + OpenIdProvider.CLIENT + " -Dguiche.oidc.client.secret=" + OpenIdProvider.SECRET
                + " -Dguiche.oidc.create=true -Dguiche.oidc.claim.cpf=cpf"
                + " -Dguiche.oidc.roles=suporte=AGENT_N1;chefes=SUPERVISOR";
    }

    /** What an earlier run wrote there is not of this one. */
    private static void forgetLog(Path log) throws IOException {
        try (var files = Files.newDirectoryStream(log.getParent(), log.getFileName() + ".*")) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (postgres == null) {
            return;
        }
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}
