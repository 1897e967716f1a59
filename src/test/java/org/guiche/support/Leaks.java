package org.guiche.support;

import java.util.List;
import java.util.regex.Pattern;

/** Finds what leaves the house in no answer and stands in no log: hashes of passwords, and the demo's people's CPFs in full. */
public final class Leaks {

    private static final String HASH = "$argon2";

    private static final List<String> CPFS = List.of(
            "39053344705",
            "71460238001",
            "28625587887",
            "93541134780",
            "16899535009",
            "45317828791",
            "84725681300",
            "52998224725",
            "60584732171");

    private static final Pattern CPF = Pattern.compile("(?<![\\d.])(\\d{3})\\.?(\\d{3})\\.?(\\d{3})-?(\\d{2})(?!\\d)");

    private Leaks() {}

    /** Refuses a text that holds such, or one of those further secrets. */
    public static void none(String where, String text, String... secrets) {
        for (var secret : secrets) {
            refuse(text.contains(secret), where, "a secret of length " + secret.length());
        }
        refuse(text.contains(HASH), where, "the hash of a password");
        refuse(CPF.matcher(text).results().anyMatch(found -> isOfSomebody(found.group())), where, "a CPF");
    }

    private static boolean isOfSomebody(String cpf) {
        return CPFS.contains(cpf.replaceAll("\\D", ""));
    }

    private static void refuse(boolean leaks, String where, String what) {
        if (leaks) {
            throw new AssertionError(where + " holds " + what);
        }
    }
}
