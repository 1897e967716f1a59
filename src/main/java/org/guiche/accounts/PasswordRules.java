package org.guiche.accounts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.shared.RuleViolation;

/**
 * What keeps a password from being guessed at once: its length, and that it is neither everybody's nor the person's own name (NIST SP
 * 800-63B 3.1.1.2). No rules about signs and capitals: they make passwords that people write down.
 */
final class PasswordRules {

    static final int SHORTEST = 8;
    private static final int LONGEST = 256;
    private static final int SHORTEST_WORD = 4;
    private static final Set<String> COMMON = common();

    /** What comes in a row, and goes on where it ends. */
    private static final List<String> ROWS = Stream.of(
                    "0123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")
            .map(row -> row.repeat(3))
            .toList();

    private PasswordRules() {}

    /** Refuses one that is too short or endless, on everybody's list, or made of one of these words. */
    static void require(String password, List<String> words) {
        if (password.length() < SHORTEST) {
            throw RuleViolation.of("password", "accounts.password.short", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw RuleViolation.of("password", "accounts.password.long", LONGEST);
        }
        var plain = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(plain) || isOneSign(plain) || isARow(plain)) {
            throw RuleViolation.of("password", "accounts.password.common");
        }
        if (parts(words).anyMatch(word -> plain.contains(word) && plain.length() - word.length() <= SHORTEST_WORD)) {
            throw RuleViolation.of("password", "accounts.password.own");
        }
    }

    private static boolean isOneSign(String password) {
        return password.chars().distinct().count() < 3;
    }

    /** {@code 12345678901}, {@code abcdefgh}, {@code 87654321}, {@code qwertyuiop}. */
    private static boolean isARow(String password) {
        var turned = new StringBuilder(password).reverse().toString();
        return ROWS.stream().anyMatch(row -> row.contains(password) || row.contains(turned));
    }

    /** The words themselves, and those that they are made of: names, and what stands before and after the @. */
    private static Stream<String> parts(List<String> words) {
        return words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .flatMap(word -> Stream.concat(Stream.of(word), Stream.of(word.split("[\\s@.]+", -1))))
                .filter(word -> word.length() >= SHORTEST_WORD);
    }

    private static Set<String> common() {
        var file = Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
