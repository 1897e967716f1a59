package org.guiche.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** One PostgreSQL for the whole suite of container tests; unit tests never start it. */
public final class TestDatabase implements LauncherSessionListener {

    private EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Boolean.getBoolean("guiche.test.container")) {
            return;
        }
        try {
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(Path.of("target", "it-database").toAbsolutePath())
                    .setLocaleConfig("locale-provider", "icu")
                    .setLocaleConfig("icu-locale", "pt-BR")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
        var url = postgres.getJdbcUrl("postgres", "postgres");
        System.setProperty("guiche.test.db.url", url);
        System.setProperty("guiche.test.jvm", System.getProperty("guiche.test.jvm.fixed") + " -Dguiche.db.url=" + url);
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
