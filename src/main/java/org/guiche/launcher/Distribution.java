package org.guiche.launcher;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The folder this program came in: {@code bin}, {@code config}, {@code lib}, {@code server} and the war. */
final class Distribution {

    private Distribution() {}

    static Path home() {
        try {
            var jar = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.resolve("../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path war() {
        return home().resolve("guiche.war");
    }

    /** The server's own jars and first configuration, as its {@code --outputlauncher} lays them out. */
    static Path server() {
        return home().resolve("server");
    }

    static Path serverCommands() {
        return home().resolve("config").resolve("server.asadmin");
    }
}
