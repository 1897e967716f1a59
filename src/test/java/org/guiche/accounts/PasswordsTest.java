package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.guiche.shared.Unavailable;
import org.junit.jupiter.api.Test;

/** A password is kept as a hash that is dear to reckon, so that only a few are reckoned at once. */
class PasswordsTest {

    private static final String PASSWORD = "uma senha comprida";

    @Test
    void whoeverFindsTheLineFullIsToldAndNobodyInItIsLost() throws Exception {
        var passwords = new Passwords(1, 3);
        var stored = passwords.hash(PASSWORD);
        var start = new CyclicBarrier(12);
        var threads = Executors.newFixedThreadPool(12);
        try {
            var tries = threads.invokeAll(Collections.<Callable<String>>nCopies(12, () -> {
                start.await();
                return outcome(passwords, stored);
            }));

            var outcomes = new ArrayList<String>();
            for (var one : tries) {
                outcomes.add(one.get());
            }
            assertThat(outcomes).containsOnly("in", "busy").contains("busy");
            assertThat(outcomes.stream().filter("in"::equals)).hasSizeGreaterThanOrEqualTo(4);
            assertThat(passwords.matches(PASSWORD, stored))
                    .as("the line is empty again")
                    .isTrue();
        } finally {
            threads.shutdown();
        }
    }

    private static String outcome(Passwords passwords, String stored) {
        try {
            return passwords.matches(PASSWORD, stored) ? "in" : "wrong";
        } catch (Unavailable full) {
            return "busy";
        }
    }

    @Test
    void aHashIsOfOnePasswordAndNobodysIsNeverRight() {
        var passwords = new Passwords(1, 1);
        var stored = passwords.hash(PASSWORD);

        assertThat(passwords.matches(PASSWORD, stored)).isTrue();
        assertThat(passwords.matches(PASSWORD + " ", stored)).isFalse();
        assertThat(passwords.matches("a senha de ninguém", null)).isFalse();
    }
}
