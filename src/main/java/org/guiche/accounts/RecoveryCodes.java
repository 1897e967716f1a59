package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Ten codes for whoever lost the phone, shown once, each used once: 80 random bits, of which the first twenty find the row and the others
 * are kept as a password is (ASVS 6.5.2), so that one look costs one hash.
 */
@Dependent
class RecoveryCodes {

    static final int MANY = 10;
    private static final int BYTES = 10;
    private static final int SELECTOR = 4;
    private static final Pattern FORMAT = Pattern.compile("[A-Z2-7]{16}");
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Passwords passwords;

    @Inject
    FactorRows rows;

    /**
     * New ones.
     *
     * @param shown as the person keeps them
     * @param hashes what is kept, by what finds it
     */
    record Made(List<String> shown, Map<String, String> hashes) {}

    Made make() {
        var shown = new ArrayList<String>();
        var hashes = new LinkedHashMap<String, String>();
        while (hashes.size() < MANY) {
            var bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            var code = Base32.of(bytes);
            if (hashes.putIfAbsent(code.substring(0, SELECTOR), "") == null) {
                hashes.put(code.substring(0, SELECTOR), passwords.hash(code.substring(SELECTOR)));
                shown.add(Base32.grouped(code));
            }
        }
        return new Made(shown, hashes);
    }

    static boolean looksLike(String code) {
        return FORMAT.matcher(code).matches();
    }

    /** Whether it is one of the person's; it is none any more then, and of two who show it at once one has it. */
    boolean use(long personId, String code) {
        var selector = code.substring(0, SELECTOR);
        var hash = rows.recovery(personId, selector);
        return passwords.matches(code.substring(SELECTOR), hash.orElse(null)) && rows.useRecovery(personId, selector);
    }
}
