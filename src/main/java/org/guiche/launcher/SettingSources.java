package org.guiche.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where settings come from, the first that has one counting: arguments, system properties, the environment, the file. */
final class SettingSources {

    private static final String FILE = "guiche.config";
    private static final String PREFIX = "guiche.";

    private final Map<String, Map<String, String>> sources = new LinkedHashMap<>();
    private final Map<String, String> environment;

    SettingSources(String[] arguments, Properties system, Map<String, String> environment) {
        this.environment = environment;
        sources.put(Texts.of("launcher.source.arguments"), ofArguments(arguments));
        sources.put(Texts.of("launcher.source.system"), named(system));
        sources.put(Texts.of("launcher.source.environment"), ofEnvironment());
        file().ifPresent(file -> sources.put(file.toString(), ofFile(file)));
    }

    /** Each setting that has a value, checked. */
    Map<String, String> values() {
        var values = new TreeMap<String, String>();
        sources.forEach((source, settings) -> settings.forEach((name, value) -> {
            SettingNames.require(name, source);
            if (!value.isBlank() && !values.containsKey(name)) {
                requireShape(name, value.strip(), source);
                values.put(name, value.strip());
            }
        }));
        return values;
    }

    private static void requireShape(String name, String value, String source) {
        var shape = SettingNames.shape(name);
        if (!shape.fits(value)) {
            throw new Refusal("launcher.setting.bad", name, shape.sentence(), source);
        }
    }

    private static Map<String, String> ofArguments(String[] arguments) {
        var settings = new TreeMap<String, String>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (parts.length < 2 || !parts[0].startsWith(PREFIX)) {
                throw new Refusal("launcher.argument.bad", argument);
            }
            settings.put(parts[0], parts[1]);
        }
        return settings;
    }

    private static Map<String, String> named(Properties properties) {
        var settings = new TreeMap<String, String>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    private Map<String, String> ofEnvironment() {
        var settings = new HashMap<String, String>();
        Stream.concat(SettingNames.all().stream(), Stream.of(FILE)).forEach(name -> {
            var variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
            Optional.ofNullable(environment.get(variable)).ifPresent(value -> settings.put(name, value));
        });
        return settings;
    }

    private Optional<Path> file() {
        var named = sources.values().stream()
                .map(settings -> settings.getOrDefault(FILE, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(Path::of);
        if (named.isPresent() && !Files.isReadable(named.get())) {
            throw new Refusal("launcher.config.missing", named.get().toAbsolutePath());
        }
        var places = List.of(Path.of("config"), Distribution.home().resolve("config"));
        return named.or(() -> places.stream()
                .map(place -> place.resolve("guiche.properties"))
                .filter(Files::isRegularFile)
                .findFirst());
    }

    private static Map<String, String> ofFile(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal("launcher.config.unreadable", file.toAbsolutePath(), e.getMessage());
        }
        var settings = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }
}
