package org.guiche.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/** A company's CNPJ, numeric or alphanumeric (in force since July 2026), fourteen characters without punctuation (BRAZIL section 2). */
public record Cnpj(String value) {

    private static final Pattern FORMAT = Pattern.compile("[0-9A-Z]{12}\\d{2}");
    private static final int[] FIRST = {5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final int[] SECOND = {6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2};

    public Cnpj {
        if (!isValid(value)) {
            throw new RuleViolation("shared.cnpj.invalid");
        }
    }

    /** Reads what a person typed: punctuation is dropped, letters become capitals; refuses wrong check digits. */
    public static Cnpj of(String typed) {
        return new Cnpj(CheckDigits.bare(typed).toUpperCase(Locale.ROOT));
    }

    /** Whether that, punctuation and case aside, is a CNPJ. */
    public static boolean looksLike(String typed) {
        return isValid(CheckDigits.bare(typed).toUpperCase(Locale.ROOT));
    }

    private static boolean isValid(String value) {
        return FORMAT.matcher(value).matches()
                && !value.chars().allMatch(c -> c == '0')
                && CheckDigits.digit(value, FIRST) == value.charAt(12)
                && CheckDigits.digit(value, SECOND) == value.charAt(13);
    }

    /** {@code 12.ABC.345/01DE-35}. */
    public String formatted() {
        return value.replaceFirst("(.{2})(.{3})(.{3})(.{4})(.{2})", "$1.$2.$3/$4-$5");
    }
}
