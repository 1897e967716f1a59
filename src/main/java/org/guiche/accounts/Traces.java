package org.guiche.accounts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.guiche.shared.Cpf;
import org.guiche.shared.Phone;
import org.jspecify.annotations.Nullable;

/**
 * By what a person is recognised in a text: names, addresses, phones and CPF, formatted or not, as regular expressions of PostgreSQL
 * that take no notice of case. They are found whole: another person's address that ends alike is not one.
 *
 * @param everywhere what speaks of that person wherever it stands
 * @param own the same, and names that others have too: for the person's own tickets only
 * @param emails the addresses alone, in small letters
 */
public record Traces(String everywhere, String own, List<String> emails) {

    private static final String BETWEEN = "[^0-9a-z]{0,3}";
    private static final String NO_LETTER_BEFORE = "(?<![[:alpha:]])";
    private static final String NO_LETTER_AFTER = "(?![[:alpha:]])";
    private static final List<String> ACCENTS = List.of("aáàâãä", "eéèêë", "iíìîï", "oóòôõö", "uúùûü", "cç", "nñ");

    public Traces {
        emails = List.copyOf(emails);
    }

    /**
     * Of all that is known of the person.
     *
     * @param names those that nobody else has
     * @param shared those that others have too, or that are a single word
     */
    static Traces of(Collection<String> names, Collection<String> shared, Contacts contacts) {
        var all = new ArrayList<>(contacts.patterns());
        names.forEach(name -> all.add(name(name)));
        var everywhere = String.join("|", all);
        shared.forEach(name -> all.add(name(name)));
        return new Traces(everywhere, String.join("|", all), contacts.emails());
    }

    /** How somebody is reached, and the number of the person. */
    record Contacts(
            List<String> emails,
            List<String> phones,
            @Nullable Cpf cpf) {

        private List<String> patterns() {
            var patterns = new ArrayList<String>();
            emails.forEach(email -> patterns.add(email(email)));
            if (cpf != null) {
                patterns.add(spaced(cpf.digits()));
            }
            phones.forEach(phone -> patterns.addAll(phone(phone)));
            return patterns;
        }
    }

    /** Whether there are names that count in the person's own tickets only. */
    public boolean areWiderThere() {
        return !own.equals(everywhere);
    }

    static String email(String address) {
        var parts = address.toLowerCase(Locale.ROOT).split("@", 2);
        return "(?<![a-z0-9._%+-])" + quoted(parts[0]) + "(?:@|%40|&#64;)" + quoted(parts[1])
                + "(?![a-z0-9-]|\\.[a-z0-9])";
    }

    /** With the code of the country or without, with that of the area or, where nothing of a number stands before it, without. */
    private static List<String> phone(String e164) {
        var national = new Phone(e164).e164().substring(3);
        return List.of(
                "(?:\\+?55" + BETWEEN + ")?" + spaced(national),
                "(?<![0-9][ ).-]{0,2})" + spaced(national.substring(2)) + "(?![0-9])");
    }

    private static String spaced(String digits) {
        return Arrays.stream(digits.split("", -1))
                .filter(digit -> !digit.isEmpty())
                .collect(Collectors.joining(BETWEEN));
    }

    /** Its words in a row, whatever stands between them, with accents or without. */
    static String name(String name) {
        return NO_LETTER_BEFORE
                + Arrays.stream(name.strip().split("\\s+", -1))
                        .map(Traces::word)
                        .collect(Collectors.joining("(?:&nbsp;|[^[:alnum:]]{0,3})"))
                + NO_LETTER_AFTER;
    }

    private static String word(String word) {
        return word.toLowerCase(Locale.ROOT)
                .codePoints()
                .mapToObj(Character::toString)
                .map(Traces::letter)
                .collect(Collectors.joining());
    }

    private static String letter(String letter) {
        return ACCENTS.stream()
                .filter(alike -> alike.contains(letter))
                .findFirst()
                .map(alike -> "[" + alike + "]")
                .orElseGet(() -> quoted(letter));
    }

    private static String quoted(String text) {
        return text.replaceAll("([^\\p{L}\\p{N}])", "\\\\$1");
    }
}
