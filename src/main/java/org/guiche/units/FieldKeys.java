package org.guiche.units;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** The keys that fields get by themselves: {@code numeroDoPedido} for {@code Número do pedido}. */
final class FieldKeys {

    private static final int LONGEST = 36;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern NUMBER = Pattern.compile("\\d{0,3}");

    private FieldKeys() {}

    /** One for that label that no field of the form has. */
    static String of(String label, RequestForm form) {
        return of(label, form, null);
    }

    /** The same for the field of that key, which may keep it. */
    static String of(String label, RequestForm form, @Nullable String own) {
        var plain = plain(label);
        var key = plain;
        for (var i = 2; !key.equals(own) && form.field(key).isPresent(); i++) {
            key = plain + i;
        }
        return key;
    }

    /** Whether it was made for that label. */
    static boolean isOf(String key, String label) {
        var plain = plain(label);
        return key.startsWith(plain)
                && NUMBER.matcher(key.substring(plain.length())).matches();
    }

    /** Refuses another key for a field that was published, one that is no key, and one that another field has or had. */
    static void requireFree(String other, String key, FormDesign design) {
        if (design.isFixed(key)) {
            throw RuleViolation.of("key", "units.form.key.fixed");
        }
        if (!FormJson.isKey(other)) {
            throw RuleViolation.of("key", "units.definition.key", other);
        }
        if (design.form().field(other).isPresent() || design.isFixed(other)) {
            throw RuleViolation.of("key", "units.definition.twice", other);
        }
    }

    private static String plain(String label) {
        var letters =
                MARKS.matcher(Normalizer.normalize(label, Normalizer.Form.NFD)).replaceAll("");
        var key = new StringBuilder();
        for (var word : NO_WORD.split(letters, -1)) {
            if (!word.isEmpty()) {
                key.append(key.isEmpty() ? word.toLowerCase(Locale.ROOT) : capitalised(word));
            }
        }
        var begun = key.isEmpty() || !Character.isLetter(key.charAt(0)) ? "campo" + key : key.toString();
        return begun.substring(0, Math.min(begun.length(), LONGEST));
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
