package org.guiche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guiche.support.Pages;
import org.junit.jupiter.api.Test;

/** Whatever the product says is written in the bundle of the module that says it. */
class MessagesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/org/guiche");
    private static final Path CODE = Path.of("src/main/java");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    private static final Set<String> FILLED_BY_THE_BROWSER = Set.of("shared.failure.fault");

    private final Map<String, String> texts = new HashMap<>();
    private final List<String> modules = new ArrayList<>();

    MessagesTest() throws IOException {
        for (var bundle : files(BUNDLES, "messages.properties")) {
            modules.add(module(bundle));
            read(bundle).forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
        }
    }

    @Test
    void everyKeyBelongsToItsModuleAndIsWrittenOnce() {
        assertAll(files(BUNDLES, "messages.properties").stream().map(bundle -> () -> {
            var keys = lines(bundle)
                    .filter(line -> line.matches("[^#!\\s].*"))
                    .map(line -> line.replaceFirst("\\s*[=:].*$", ""))
                    .toList();
            assertThat(keys)
                    .as("keys of %s", bundle)
                    .doesNotHaveDuplicates()
                    .allSatisfy(key -> assertThat(key).startsWith(module(bundle) + "."));
        }));
    }

    @Test
    void everySentenceSaysSomethingAndItsPlacesCanBeFilled() {
        assertThat(texts).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank().doesNotContain("\uFFFD", "Ã©", "Ã£");
            assertThat(new MessageFormat(text.replace("'", "''"), Locale.ROOT).format(new Object[9]))
                    .as(key)
                    .isNotBlank();
        });
    }

    /** Whether it is asked for at once or chosen between first: {@code msg[found ? 'module.word' : 'module.other']}. */
    @Test
    void everyTextOfAPageIsInABundle() {
        var key = Pattern.compile(
                "(?:msg(?:\\[|\\.of\\()'|'(?=(?:" + String.join("|", modules) + ")\\.))([^']+)'(\\.concat)?");
        assertThat(missing(Pages.all().stream()
                        .flatMap(page -> Pages.texts(page).stream()
                                .flatMap(text -> key.matcher(text).results())
                                .map(found -> new Use(page, found.group(1), found.group(2) != null)))))
                .isEmpty();
    }

    @Test
    void aTextWithPlacesIsNotShownWithoutFillingThem() {
        var unfilled = Pages.all().stream()
                .flatMap(page -> Pages.texts(page).stream()
                        .flatMap(text -> Pattern.compile("msg\\['([^']+)'\\]")
                                .matcher(text)
                                .results())
                        .map(found -> found.group(1))
                        .filter(key -> isUnfilled(key))
                        .map(key -> page + ": " + key))
                .toList();
        assertThat(unfilled).as("use msg.of(key, …)").isEmpty();
    }

    /** Keys given to RuleViolation, FieldError, AccessDenied, NotFound and Texts all look like {@code "module.word"}. */
    @Test
    void everyTextTheCodeSpeaksOfIsInABundle() {
        var key = Pattern.compile("\"\\{?((?:" + String.join("|", modules) + ")\\.[a-z0-9.-]+)\\}?\"");
        assertThat(missing(files(CODE, ".java").stream()
                        .flatMap(source -> key.matcher(content(source))
                                .results()
                                .map(found -> new Use(
                                        source, found.group(1), found.group(1).endsWith("."))))))
                .isEmpty();
    }

    @Test
    void everyFieldAndButtonFindsItsLabel() {
        var unlabelled = Pages.all().stream()
                .flatMap(page -> Pages.labelled(page).stream()
                        .filter(field -> field.labels().stream().noneMatch(texts::containsKey))
                        .map(field -> page + ": " + field.tag() + " needs one of " + field.labels()))
                .toList();
        assertThat(unlabelled).isEmpty();
    }

    private boolean isUnfilled(String key) {
        return PLACE.matcher(texts.getOrDefault(key, "")).find() && !FILLED_BY_THE_BROWSER.contains(key);
    }

    private record Use(Path where, String key, boolean isPrefix) {}

    private List<String> missing(Stream<Use> uses) {
        return uses.filter(use -> use.isPrefix()
                        ? texts.keySet().stream().noneMatch(known -> known.startsWith(use.key()))
                        : !texts.containsKey(use.key()))
                .map(use -> use.where() + ": " + use.key())
                .distinct()
                .toList();
    }

    private static String module(Path bundle) {
        return String.valueOf(bundle.getParent().getFileName());
    }

    private static Properties read(Path bundle) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(content(bundle)));
        return properties;
    }

    private static Stream<String> lines(Path file) {
        return content(file).lines();
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path root, String end) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
