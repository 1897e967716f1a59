package org.guiche.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The rows of one of the tables in {@code src/test/resources/matrix}: cells between bars, remarks behind a hash. */
final class Table {

    private Table() {}

    /** Each row with at least that many cells; those that are missing are empty. */
    static List<List<String>> rows(String name, int cells) {
        return text(name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> cells(line, cells))
                .toList();
    }

    private static List<String> cells(String line, int count) {
        var found = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        var all = Arrays.copyOf(found, Math.max(count, found.length));
        return Arrays.stream(all)
                .map(cell -> Objects.requireNonNullElse(cell, ""))
                .toList();
    }

    private static String text(String name) {
        try (InputStream in = Table.class.getResourceAsStream("/matrix/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
