package org.guiche.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What lies beside the code agrees with it. */
class DistributionTest {

    private static final Path EXAMPLE = Path.of("config", "guiche.properties.example");
    private static final String NOT_YET = "# Names already taken";

    private static final Pattern READ = Pattern.compile(
            "(?:getOptionalValues?|getValue|setting)\\(\\s*(?:\\w+,\\s*)?\"(guiche\\.[a-z.]+)\"|name = \"(guiche\\.[a-z.]+)\"");

    @Test
    void everySettingTheCodeReadsIsExplained() throws IOException {
        var read = READ.matcher(code())
                .results()
                .map(found -> Objects.requireNonNullElse(found.group(1), found.group(2)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(read).contains("guiche.db.url").isSubsetOf(SettingNames.all());
    }

    @Test
    void everySettingExplainedIsReadOrSaidToBeForLater() throws IOException {
        var now = Files.readString(EXAMPLE).split(NOT_YET, 2)[0];
        var code = code();

        assertThat(SettingNames.all())
                .filteredOn(name -> now.contains("#" + name + "="))
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(code).contains("\"" + name + "\""));
    }

    /** The modules' own code: what the launcher knows about a setting does not make anybody use it. */
    private static String code() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            var text = new StringBuilder();
            for (var file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("SettingNames.java"))
                    .toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    @Test
    void javaIsStartedWithEveryPackageTheServerNeedsOpen() throws Exception {
        var server = Path.of(fish.payara.micro.PayaraMicro.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (var jar = new JarFile(server.toFile())) {
            var needed = jar.getManifest().getMainAttributes();
            var options = Files.readString(Path.of("src/main/dist/java.options"));

            assertThat(needed.getValue("Add-Opens").split("\\s+"))
                    .allSatisfy(name -> assertThat(options).contains("--add-opens " + name + "=ALL-UNNAMED\n"));
            assertThat(needed.getValue("Add-Exports").split("\\s+"))
                    .allSatisfy(name -> assertThat(options).contains("--add-exports " + name));
        }
    }
}
