package org.guiche.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** The settings, read once, each checked before anything starts; {@link #publish} hands them to the application. */
final class Settings {

    static final String STOP_WITH_PARENT = "guiche.stop.with.parent";

    private static final String DEMO_PUBLIC = "/health,/health/live,/health/ready,/metrics,/openapi";

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /** Reads the arguments before the system properties, the environment and the file; refuses what it does not know. */
    static Settings read(String[] arguments, Properties system, Map<String, String> environment) {
        return new Settings(new SettingSources(arguments, system, environment).values());
    }

    boolean demo() {
        return Boolean.parseBoolean(value("guiche.demo").orElse("false"));
    }

    int port() {
        return Integer.parseInt(value("guiche.http.port").orElse("8080"));
    }

    String address() {
        return value("guiche.http.address").orElse(demo() ? "127.0.0.1" : "0.0.0.0");
    }

    Path dataDir() {
        return Path.of(value("guiche.data.dir").orElse("data")).toAbsolutePath().normalize();
    }

    String baseUrl() {
        return value("guiche.base.url").orElse("http://localhost:" + port()).replaceFirst("/+$", "");
    }

    /** Where this process answers by itself, whatever stands before it. */
    String localAddress() {
        var reachable = Set.of("0.0.0.0", "127.0.0.1", "::", "::1").contains(address()) ? "localhost" : address();
        return "http://" + (reachable.contains(":") ? "[" + reachable + "]" : reachable) + ":" + port() + "/";
    }

    /** The external PostgreSQL, when one is set. */
    Optional<DatabaseAddress> database() {
        return value("guiche.db.url")
                .map(url -> new DatabaseAddress(url, value("guiche.db.user"), value("guiche.db.password")));
    }

    void useDatabase(DatabaseAddress address) {
        values.put("guiche.db.url", address.url());
        address.user().ifPresent(user -> values.put("guiche.db.user", user));
        address.password().ifPresent(password -> values.put("guiche.db.password", password));
    }

    /** Makes them the application's, as system properties, with what the defaults come to. */
    void publish() {
        values.put("guiche.http.port", Integer.toString(port()));
        values.put("guiche.base.url", baseUrl());
        values.put("guiche.data.dir", dataDir().toString());
        values.put("guiche.demo", Boolean.toString(demo()));
        values.putIfAbsent("guiche.attachments.store", "file:" + dataDir().resolve("attachments"));
        if (demo()) {
            values.putIfAbsent("guiche.http.public", DEMO_PUBLIC);
        }
        values.forEach(System::setProperty);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Map<String, String> values() {
        return new TreeMap<>(values);
    }
}
