package org.guiche.shared;

import java.util.regex.Pattern;

/** A person's CPF: eleven digits with right check digits, kept without punctuation (BRAZIL section 1, S0-26). */
public record Cpf(String digits) {

    private static final Pattern FORMAT = Pattern.compile("\\d{11}");
    private static final Pattern REPEATED = Pattern.compile("(\\d)\\1{10}");
    private static final int[] FIRST = {10, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final int[] SECOND = {11, 10, 9, 8, 7, 6, 5, 4, 3, 2};

    public Cpf {
        if (!isValid(digits)) {
            throw new RuleViolation("shared.cpf.invalid");
        }
    }

    /** Reads what a person typed, with or without punctuation; refuses wrong check digits and the ten repeated sequences. */
    public static Cpf of(String typed) {
        return new Cpf(CheckDigits.bare(typed));
    }

    /** Whether that, punctuation aside, is a CPF. */
    public static boolean looksLike(String typed) {
        return isValid(CheckDigits.bare(typed));
    }

    private static boolean isValid(String digits) {
        return FORMAT.matcher(digits).matches()
                && !REPEATED.matcher(digits).matches()
                && CheckDigits.digit(digits, FIRST) == digits.charAt(9)
                && CheckDigits.digit(digits, SECOND) == digits.charAt(10);
    }

    /** {@code 529.982.247-25}, for whoever wrote it. */
    public String formatted() {
        return digits.replaceFirst("(.{3})(.{3})(.{3})(.{2})", "$1.$2.$3-$4");
    }

    /** {@code ***.982.247-**}, for lists. */
    public String masked() {
        return "***." + digits.substring(3, 6) + "." + digits.substring(6, 9) + "-**";
    }

    /** The CPF masked: a log or message never shows the whole of it. */
    @Override
    public String toString() {
        return masked();
    }
}
