package org.guiche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Dark is light in other colours. Nothing appears, goes or moves by it: a journey that saw all of a page in the light looks at
 * the colours alone in the dark.
 */
class DarkTest {

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");

    private static final Pattern OF_THE_DARK = Pattern.compile("\\[data-theme=\"?dark\"?\\][^{}]*\\{([^}]*)\\}");

    private static final Set<String> COLOURS = Set.of("color", "color-scheme", "background", "border-color", "filter");

    private static final Pattern COLOUR = Pattern.compile("--[\\w-]+:\\s*(#[0-9a-f]{3,8}|rgba\\([\\d.,]+\\))");

    private static final Pattern SHADOW = Pattern.compile("--sh-\\w+:.*");

    @Test
    void theDarkChangesColoursAlone() {
        var declared = stylesheets()
                .flatMap(sheet -> OF_THE_DARK.matcher(sheet).results())
                .flatMap(rule -> Stream.of(rule.group(1).split(";")))
                .map(String::strip)
                .filter(declaration -> !declaration.isEmpty())
                .toList();

        assertThat(declared).hasSizeGreaterThan(100).allMatch(DarkTest::isOfColour);
    }

    @Test
    void noStylesheetAsksTheSystem() {
        assertThat(stylesheets()).noneMatch(sheet -> sheet.contains("prefers-color-scheme"));
    }

    private static boolean isOfColour(String declaration) {
        return COLOUR.matcher(declaration).matches()
                || SHADOW.matcher(declaration).matches()
                || COLOURS.contains(declaration.replaceFirst(":.*", ""));
    }

    private static Stream<String> stylesheets() {
        return Stream.of("src/main/webapp/resources", "src/main/resources/META-INF/resources")
                .flatMap(folder -> within(Path.of(folder)).stream())
                .map(file -> COMMENT.matcher(read(file)).replaceAll(""));
    }

    private static List<Path> within(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".css")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
