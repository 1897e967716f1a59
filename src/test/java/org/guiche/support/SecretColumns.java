package org.guiche.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The columns of the database that hold secrets, as {@code secrets.txt} decides it, and how such a thing would look in an answer. */
public final class SecretColumns {

    /** Every column, as {@code table.column}. */
    public static final String ALL =
            "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'";

    /** Those that could be one, by their name or by their kind. */
    public static final String CANDIDATES = ALL
            + " and (data_type = 'bytea' or column_name ~ '(hash|token|secret|passw|cpf|seal|key|nonce|verifier|code|link|browser|digest"
            + "|handle|salt|selector|credential)')";

    private static final int SHORTEST = 11;
    private static final Pattern WORD = Pattern.compile("[\\w+/=$.,-]{" + SHORTEST + ",}");

    private SecretColumns() {}

    /** What is decided of each. */
    public static Map<String, String> decisions() {
        var decided = new TreeMap<String, String>();
        try (InputStream in = SecretColumns.class.getResourceAsStream("/matrix/secrets.txt")) {
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> decided.put(
                            line.substring(0, line.indexOf('|')).strip(),
                            line.substring(line.indexOf('|') + 1).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return decided;
    }

    /** Those that are secrets. */
    public static List<String> secrets() {
        return decisions().entrySet().stream()
                .filter(one -> one.getValue().startsWith("SECRET"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What is in one of them now. */
    public static String values(String column) {
        var parts = column.split("\\.", -1);
        return "select " + parts[1] + "::text from " + parts[0] + " where " + parts[1] + " is not null";
    }

    /** How it would be written in an answer: bytes as hexadecimal digits or in one of the alphabets of 64 letters, CPFs with points. */
    public static Stream<String> forms(String value) {
        if (value.startsWith("\\x")) {
            var bytes = HexFormat.of().parseHex(value.substring(2));
            return Stream.of(
                    value.substring(2),
                    Base64.getEncoder().encodeToString(bytes),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return value.matches("\\d{11}")
                ? Stream.of(value, value.replaceFirst("(...)(...)(...)(..)", "$1.$2.$3-$4"))
                : Stream.of(value);
    }

    /** What could be one in an answer. */
    public static Stream<String> words(String answer) {
        return WORD.matcher(answer)
                .results()
                .map(MatchResult::group)
                .flatMap(word -> Stream.of(word, word.replaceAll("^[=.,/-]+|[.,/-]+$", "")));
    }
}
