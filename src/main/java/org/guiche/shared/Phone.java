package org.guiche.shared;

import java.util.Set;
import java.util.regex.Pattern;

/** A Brazilian phone in E.164: {@code +5511987654321} (BRAZIL section 7). */
public record Phone(String e164) {

    private static final Pattern FORMAT = Pattern.compile("\\+55(\\d{2})(9\\d{8}|[2-5]\\d{7})");
    private static final Set<String> MISSING_CODES = Set.of(
            "20", "23", "25", "26", "29", "30", "36", "39", "40", "50", "52", "56", "57", "58", "59", "60", "70", "72",
            "76", "78", "80", "90", "10");

    public Phone {
        if (!isValid(e164)) {
            throw new RuleViolation("shared.phone.invalid");
        }
    }

    /** Reads what a person typed, with or without +55, zero and punctuation; refuses an area code that does not exist. */
    public static Phone of(String typed) {
        return new Phone(normalised(typed));
    }

    /** Whether that is a Brazilian phone. */
    public static boolean looksLike(String typed) {
        return isValid(normalised(typed));
    }

    private static String normalised(String typed) {
        var digits = typed.replaceAll("[\\s().+\\-]", "");
        var national = digits.length() > 11 && digits.startsWith("55") ? digits.substring(2) : digits;
        return "+55" + (national.startsWith("0") ? national.substring(1) : national);
    }

    private static boolean isValid(String e164) {
        var match = FORMAT.matcher(e164);
        return match.matches() && match.group(1).charAt(0) != '0' && !MISSING_CODES.contains(match.group(1));
    }

    /** {@code (11) 98765-4321}. */
    public String formatted() {
        var number = e164.substring(5);
        var split = number.length() - 4;
        return "(" + e164.substring(3, 5) + ") " + number.substring(0, split) + "-" + number.substring(split);
    }
}
